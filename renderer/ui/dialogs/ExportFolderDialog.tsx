import { useState } from 'react'
import type { FolderExported } from '../../../shared/desk/contract-export.ts'
import type { ExportFormat } from '../../../shared/exchange/formats.ts'
import { PrivateLock } from '../cards/PrivateLock.tsx'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { Notice } from '../parts/Notice.tsx'
import { SwitchRow } from '../parts/SwitchRow.tsx'
import { TickBox } from '../parts/Tick.tsx'
import { takeFailure, useDesk, useDeskAtOnce, useTools } from '../tools.ts'
import styles from './Export.module.css'
import { ExportProgress } from './ExportProgress.tsx'
import { FolderOutcome } from './FolderOutcome.tsx'
import { FormatGroups } from './FormatGroups.tsx'

/** All stories of a folder: as what, how far it is, and what became of them. */
export function ExportFolderDialog() {
  const open = useDeskAtOnce((state) => state.dialog === 'export-folder' && state.open !== null)
  return open ? <FolderForm /> : null
}

function FolderForm() {
  const tools = useTools()
  const { actions } = tools
  const offered = useDesk((state) => state.beginning?.formats) ?? []
  const hasDialogs = useDesk((state) => state.beginning?.host === 'electron')
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['html'])
  const [notes, setNotes] = useState(true)
  const [stage, setStage] = useState<'choosing' | 'running' | 'stopping'>('choosing')
  const [outcome, setOutcome] = useState<FolderExported | string | null>(null)
  const running = stage !== 'choosing'

  const exportNow = async () => {
    setOutcome(null)
    setStage('running')
    const done = await actions.exportFolder({ formats, notes })
    setStage('choosing')
    setOutcome(done ?? takeFailure(tools))
  }
  const cancel = () => {
    setStage('stopping')
    actions.cancelExport()
  }
  const buttons = running ? (
    <Button disabled={stage === 'stopping'} onClick={cancel}>
      {stage === 'stopping' ? 'Ending after this file…' : 'Cancel'}
    </Button>
  ) : (
    <>
      <div className={styles.will} aria-live="polite">
        <p>
          Each will contain all annotations, of everybody, {notes ? 'with their notes' : 'without notes'}.
        </p>
        <p className={styles.private}>
          <PrivateLock silent />
          Private notes and fields are left out.
        </p>
      </div>
      <Button onClick={() => actions.showDialog(null)}>{outcome === null ? 'Cancel' : 'Done'}</Button>
      <Button kind="primary" disabled={formats.length === 0} onClick={exportNow}>
        Export the folder
      </Button>
    </>
  )
  return (
    <DialogFrame
      open
      size="wide"
      must={running}
      onClose={() => actions.showDialog(null)}
      title="Export the folder"
      lead={
        hasDialogs
          ? 'Every story that lies beside the open one. Where to is asked next.'
          : 'Every story that lies beside the open one, into the folder “exports” there.'
      }
      actions={buttons}
    >
      {running ? (
        <ExportProgress />
      ) : (
        <>
          {outcome !== null &&
            (typeof outcome === 'string' ? (
              <Notice tone="bad">{outcome}</Notice>
            ) : (
              <FolderOutcome outcome={outcome} />
            ))}
          <div className={styles.groups}>
            <FormatGroups
              offered={offered}
              control={(id) => (
                <TickBox
                  on={formats.includes(id)}
                  onChange={(on) => setFormats(on ? [...formats, id] : formats.filter((one) => one !== id))}
                />
              )}
            />
          </div>
          <SwitchRow label="Notes, fields and replies" on={notes} onChange={setNotes} />
        </>
      )}
    </DialogFrame>
  )
}
