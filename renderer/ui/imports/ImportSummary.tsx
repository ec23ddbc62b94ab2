import type { ImportOutcome } from '../../../shared/desk/contract-import.ts'
import { saveSentence } from '../../../shared/messages.ts'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useTools } from '../tools.ts'
import { Sentences } from './ImportForm.tsx'
import styles from './Imports.module.css'
import { alreadyInWords, orphansInWords, outcomeInWords } from './import-words.ts'

/** The last step: what was done, and the way to what needs a person. */
export function ImportSummary({ outcome }: { readonly outcome: ImportOutcome }) {
  const { actions } = useTools()
  const { orphans, layers, leftOut, warnings, save } = outcome
  const close = () => actions.showDialog(null)
  const showOrphans = () => {
    close()
    actions.setFilter({ attention: true })
    actions.askFilter()
  }
  const buttons = (
    <>
      {orphans.length > 0 && <Button onClick={showOrphans}>Show them in the list</Button>}
      <Button kind="primary" onClick={close}>
        Done
      </Button>
    </>
  )
  return (
    <DialogFrame open onClose={close} title="Annotations imported" actions={buttons}>
      <div className={styles.counts} role="status">
        <p>{outcomeInWords(outcome)}</p>
        {orphans.length > 0 && <p>{orphansInWords(orphans.length)}</p>}
        {alreadyInWords(outcome) !== '' && <p>{alreadyInWords(outcome)}</p>}
      </div>
      {layers.length > 0 && (
        <ul className={styles.layers} aria-label="Layers">
          {layers.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Sentences title="Left out" sentences={leftOut} />
      <Sentences title="Please note" sentences={warnings} />
      {save.kind !== 'saved' && <Notice tone="warn">{saveSentence(save, (at) => at)}.</Notice>}
    </DialogFrame>
  )
}
