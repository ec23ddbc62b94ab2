import { saveReason } from '../../shared/messages.ts'
import type { TextSave } from '../state/model.ts'
import styles from './StatusBar.module.css'
import { useDesk } from './tools.ts'

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
