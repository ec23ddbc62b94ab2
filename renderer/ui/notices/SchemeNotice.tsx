import { useState } from 'react'
import type { SchemeFailure } from '../../../shared/failure.ts'
import { sentenceFor } from '../../../shared/messages.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'

/**
 * The folder's file of tags can't be used, and where in it the fault is. Galley reads the file again whenever it
 * changes, so the notice goes when it is mended, and another fault is said again.
 */
export function SchemeNotice() {
  const { actions } = useTools()
  const problem = useDesk((state) => state.open?.scheme.problem ?? null)
  const [folded, setFolded] = useState<SchemeFailure | null>(null)
  if (problem === null || problem === folded) return null
  const fold = () => {
    setFolded(problem)
    actions.editor()?.focus()
  }
  return (
    <Notice
      tone="warn"
      actions={
        <Button small kind="quiet" onClick={fold}>
          Fold away
        </Button>
      }
    >
      <span dir="auto">{sentenceFor(problem)}</span>
    </Notice>
  )
}
