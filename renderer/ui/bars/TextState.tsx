import { saveReason } from '../../../shared/messages.ts'
import type { TextSave } from '../../state/model.ts'
import { Button } from '../parts/Button.tsx'
import { useDesk, useTools } from '../tools.ts'
import styles from './StatusBar.module.css'

/** Whether the story's own text is in its file, where it is edited here; or that another one is on its way. */
export function TextState() {
  const textSave = useDesk((state) => state.open?.textSave)
  const following = useDesk((state) => state.open?.following ?? false)
  const editing = useDesk((state) => state.open?.editor.mode === 'edit')
  if (textSave === undefined) return null
  // Who does not edit has no text to save.
  const nothingToSay = textSave.kind === 'same' && !editing
  return (
    <>
      <span
        className={styles.save}
        data-state={textSave.kind}
        data-testid="text-state"
        hidden={nothingToSay || undefined}
      >
        <span className={styles.dot} aria-hidden="true" />
        {textWords(textSave)}
      </span>
      {following && (
        <span className={styles.following} data-testid="following">
          Bringing the new text in…
          <span className={styles.progress} aria-hidden="true" />
        </span>
      )}
      <MarksState />
    </>
  )
}

/** That annotations are still to come, or can't. */
function MarksState() {
  const { actions } = useTools()
  const reading = useDesk((state) => state.open?.reading ?? 'no')
  if (reading === 'no') return null
  if (reading === 'now') {
    return (
      <span className={styles.following} data-testid="reading">
        Reading the annotations…
        <span className={styles.progress} aria-hidden="true" />
      </span>
    )
  }
  return (
    <>
      <span className={styles.following} data-testid="reading">
        Annotations not read
      </span>
      <Button small onClick={() => actions.readAgain()}>
        Read again
      </Button>
    </>
  )
}

/** In few words; the notice over the page says the rest. */
function textWords(textSave: TextSave): string {
  if (textSave.kind === 'same') return 'Text saved'
  if (textSave.kind === 'saving') return 'Saving text…'
  const { failure } = textSave
  if (failure.kind === 'text-conflict') return 'Text not saved: two versions'
  return failure.kind === 'text-not-written'
    ? `Text not saved: ${saveReason(failure.reason)}`
    : 'Text not saved'
}
