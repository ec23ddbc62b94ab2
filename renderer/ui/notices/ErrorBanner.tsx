import { X } from 'lucide-react'
import { sentenceFor } from '../../../shared/messages.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'

/** What went wrong last, as a sentence, until it is dismissed. */
export function ErrorBanner() {
  const failure = useDesk((state) => state.failure)
  const { actions } = useTools()
  if (failure === null) return null
  const dismiss = () => {
    actions.dismiss()
    actions.editor()?.focus()
  }
  const close = (
    <Button kind="quiet" icon aria-label="Dismiss" onClick={dismiss}>
      <X size={16} aria-hidden="true" />
    </Button>
  )
  return (
    <Notice tone="bad" actions={close}>
      {sentenceFor(failure)}
    </Notice>
  )
}
