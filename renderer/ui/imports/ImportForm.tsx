import { useState } from 'react'
import type { ImportOutcome, ImportPreview } from '../../../shared/desk/contract-import.ts'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { Notice } from '../parts/Notice.tsx'
import { takeFailure, useDesk, useTools } from '../tools.ts'
import { ImportAuthors } from './ImportAuthors.tsx'
import styles from './Imports.module.css'
import { ImportWords } from './ImportWords.tsx'
import { authorsOf, isComplete, proposedChoice, tagsOf } from './import-choice.ts'
import { alreadyInWords, formatName, previewInWords } from './import-words.ts'
import { useDryRun } from './use-dry-run.ts'

interface ImportFormProps {
  readonly preview: ImportPreview
  readonly onDone: (outcome: ImportOutcome) => void
  /** Another file is to be chosen. */
  readonly onBack: () => void
}

/** The second step: whose layers, which tags, and what will come of it. */
export function ImportForm({ preview, onDone, onBack }: ImportFormProps) {
  const tools = useTools()
  const { actions } = tools
  const me = useDesk((state) => state.person?.name) ?? ''
  const [choice, setChoice] = useState(() => proposedChoice(preview))
  const [importing, setImporting] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const complete = isComplete(choice, me)
  const dry = useDryRun(preview, complete ? choice : null)

  const importNow = async () => {
    setFault(null)
    setImporting(true)
    const authors = authorsOf(preview, choice)
    const outcome = await actions.importMarks({ token: preview.token, authors, tags: tagsOf(choice) })
    setImporting(false)
    if (outcome !== null) onDone(outcome)
    else setFault(takeFailure(tools))
  }
  const isEmpty = preview.authors.length === 0
  const buttons = (
    <>
      <Button onClick={onBack}>Another file…</Button>
      <Button kind="primary" onClick={importNow} disabled={isEmpty || importing || !complete}>
        {importing ? 'Importing…' : 'Import'}
      </Button>
    </>
  )
  return (
    <DialogFrame
      open
      size="wide"
      onClose={() => actions.showDialog(null)}
      title="Import annotations"
      lead={
        <>
          <bdi>{preview.file}</bdi>, {formatName(preview.format)}
        </>
      }
      actions={buttons}
    >
      <div className={styles.counts} role="status">
        <p>{isEmpty ? 'The file has no annotations.' : previewInWords(preview)}</p>
        {dry !== null && alreadyInWords(dry) !== '' && <p>{alreadyInWords(dry)}</p>}
      </div>
      {!isEmpty && (
        <>
          <ImportAuthors preview={preview} choice={choice} onChange={setChoice} me={me} />
          <ImportWords
            words={preview.words}
            tags={choice.tags}
            onChange={(tags) => setChoice({ ...choice, tags })}
          />
        </>
      )}
      <Sentences title="Please note" sentences={[...(dry?.leftOut ?? []), ...preview.warnings]} />
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
    </DialogFrame>
  )
}

/** What a person should know, a line each; nothing where there is nothing. */
export function Sentences({
  title,
  sentences,
}: {
  readonly title: string
  readonly sentences: readonly string[]
}) {
  if (sentences.length === 0) return null
  return (
    <section className={styles.sentences} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
