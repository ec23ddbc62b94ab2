import { useState } from 'react'
import type { AnnotationId } from '../../../shared/units.ts'
import { countDoubts, doubtsInWords, doubtTotal, reasonForDoubts } from '../doubts.ts'
import { rowsToCheck } from '../list/list-rows.ts'
import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useVisible } from '../use-shown.ts'
import styles from './Notices.module.css'

interface DoubtsNoticeProps {
  /** Shows those that need a person in the list, and goes to one of them. */
  readonly onShow: (first: AnnotationId) => void
}

/** How many marks no longer stand as they were confirmed. Folded away it stays so until the story is opened again. */
export function DoubtsNotice({ onShow }: DoubtsNoticeProps) {
  const { actions } = useTools()
  const annotations = useVisible()
  const opening = useDesk((state) => state.open?.opened.annotations)
  const placing = useDesk((state) => state.open?.editor.placing ?? null)
  const counts = countDoubts(annotations)
  const [folded, setFolded] = useState<unknown>(null)
  if (doubtTotal(counts) === 0 || placing !== null || folded === opening) return null
  const show = () => {
    const first = rowsToCheck(annotations).find((row) => row.kind !== 'heading')
    if (first !== undefined) onShow(first.annotation.id)
  }
  const fold = () => {
    setFolded(opening)
    actions.editor()?.focus()
  }
  const buttons = (
    <>
      <Button small onClick={show}>
        Show them
      </Button>
      <Button small kind="quiet" onClick={fold}>
        Fold away
      </Button>
    </>
  )
  return (
    <Notice tone="info" actions={buttons}>
      {reasonForDoubts(counts)}: <strong>{doubtsInWords(counts)}</strong>.
      <KeysHint />
    </Notice>
  )
}

const keys = [
  ['D', 'next'],
  ['A', 'accept'],
  ['R', 'place again'],
] as const

function KeysHint() {
  const work = useDesk(({ settings, open }) => settings.singleKeys && open?.editor.mode === 'annotate')
  if (!work) return null
  return (
    <span className={styles.keys}>
      {keys.map(([key, what]) => (
        <span key={key}>
          <Kbd>{key}</Kbd> {what}
        </span>
      ))}
    </span>
  )
}
