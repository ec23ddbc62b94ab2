import { useState } from 'react'
import { sentenceFor } from '../../../shared/messages.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'

/** The edited story is not in its file, and why. Two texts are both kept; which one goes on is for a person to say. */
export function TextSaveNotice() {
  const textSave = useDesk((state) => state.open?.textSave)
  if (textSave?.kind !== 'not-saved') return null
  const { failure } = textSave
  if (failure.kind === 'text-conflict') {
    return (
      <Notice tone="bad" actions={<ConflictButtons />}>
        <strong>Two versions of the text.</strong> {sentenceFor(failure)}
      </Notice>
    )
  }
  return (
    <Notice tone="bad" actions={<RetryButton />}>
      <strong>Text not saved; what you typed is only in this window.</strong> {sentenceFor(failure)}
    </Notice>
  )
}

function ConflictButtons() {
  const { actions } = useTools()
  const [busy, setBusy] = useState(false)
  const goOn = (choice: 'mine' | 'disk') => async () => {
    if (busy) return
    setBusy(true)
    await actions.keepBoth(choice)
    setBusy(false)
    actions.editor()?.focus()
  }
  return (
    <>
      <Button small aria-disabled={busy} onClick={goOn('mine')}>
        Go on with mine
      </Button>
      <Button small aria-disabled={busy} onClick={goOn('disk')}>
        Go on with the file’s text
      </Button>
    </>
  )
}

function RetryButton() {
  const { actions } = useTools()
  return (
    <Button small onClick={() => actions.retryText()}>
      Try again
    </Button>
  )
}
