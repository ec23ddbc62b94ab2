import { useEffect, useRef, useState } from 'react'
import type { ImportPreview } from '../../../shared/desk/contract-import.ts'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { Notice } from '../parts/Notice.tsx'
import { takeFailure, useDesk, useTools } from '../tools.ts'
import styles from './Imports.module.css'

const ACCEPT = '.ann,.txt,.jsonld,.json,.csv,.tsv,.docx'

/** The first step: a file, by the system's dialog or the browser's. */
export function ChooseFile({ onRead }: { readonly onRead: (preview: ImportPreview) => void }) {
  const tools = useTools()
  const { actions } = tools
  const hasDialog = useDesk((state) => state.beginning?.host === 'electron')
  /** Name of the file that is being read; empty: the host asks for it. null: none is. */
  const [reading, setReading] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const isReading = reading !== null
  const waits = useRef(false)
  useEffect(
    () => () => {
      // However the dialog goes away: nobody waits for the file any more.
      if (waits.current) actions.cancelImport()
    },
    [actions],
  )

  const read = async (files: readonly File[]) => {
    setFault(null)
    setReading(files.find(({ name }) => /\.ann$/i.test(name))?.name ?? files[0]?.name ?? '')
    waits.current = true
    const preview = await actions.readImport(files)
    waits.current = false
    setReading(null)
    if (preview !== null) onRead(preview)
    else setFault(takeFailure(tools))
  }
  const choose = () => {
    if (hasDialog) void read([])
    else input.current?.click()
  }
  const buttons = (
    <>
      <Button onClick={() => actions.showDialog(null)}>Cancel</Button>
      {/* It stays while it can do nothing, so that the focus does. */}
      <Button kind="primary" data-first="" onClick={() => isReading || choose()} aria-disabled={isReading}>
        {isReading ? 'Reading…' : 'Choose a file…'}
      </Button>
    </>
  )
  return (
    <DialogFrame
      open
      onClose={() => actions.showDialog(null)}
      title="Import annotations"
      lead="They become layers of this story. Nothing that is here is changed."
      actions={buttons}
    >
      <ul className={styles.formats}>
        <li>brat (.ann, with its .txt where there is one)</li>
        <li>Web annotations (JSON-LD), Galley’s own or another program’s</li>
        <li>Hypothesis and Label Studio exports (JSON)</li>
        <li>tables with Galley’s columns (CSV)</li>
        <li>Word documents with comments (.docx)</li>
      </ul>
      {!hasDialog && (
        <input
          ref={input}
          className={styles.file}
          type="file"
          multiple
          accept={ACCEPT}
          aria-label="File with annotations"
          aria-hidden="true"
          tabIndex={-1}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            // The same file chosen again is a choice too.
            target.value = ''
            if (files.length > 0) void read(files)
          }}
        />
      )}
      <p role="status" className={styles.reading}>
        {reading !== null && reading !== '' && (
          <>
            Reading <bdi>{reading}</bdi> and looking for its words in the story…
          </>
        )}
      </p>
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
    </DialogFrame>
  )
}
