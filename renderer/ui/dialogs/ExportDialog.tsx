import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useState } from 'react'
import type { Exported } from '../../../shared/desk/contract-export.ts'
import { sentenceForLeftOut } from '../../../shared/messages/left-out.ts'
import type { OpenState } from '../../state/model.ts'
import { PrivateLock } from '../cards/PrivateLock.tsx'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import form from '../parts/Form.module.css'
import { Notice } from '../parts/Notice.tsx'
import { SwitchRow } from '../parts/SwitchRow.tsx'
import { TickList } from '../parts/Tick.tsx'
import { takeFailure, useDesk, useDeskAtOnce, useTools } from '../tools.ts'
import { ComparePair } from './ComparePair.tsx'
import styles from './Export.module.css'
import { contentsInWords, privateInWords } from './export-words.ts'
import { FormatGroups } from './FormatGroups.tsx'
import { useExportChoice } from './use-export-choice.ts'

/** What to export, from whom; then where it went. */
export function ExportDialog() {
  const shown = useDeskAtOnce((state) => state.dialog === 'export')
  const open = useDesk((state) => state.open)
  return shown && open !== null ? <ExportForm open={open} /> : null
}

function ExportForm({ open }: { readonly open: OpenState }) {
  const tools = useTools()
  const { actions } = tools
  const offered = useDesk((state) => state.beginning?.formats) ?? []
  const chosen = useExportChoice(open)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Exported | string | null>(null)
  const { layers, tags, pair } = chosen

  const exportNow = async () => {
    setOutcome(null)
    setBusy(true)
    const exported = await actions.exportAs(chosen.format, chosen.choice)
    setBusy(false)
    // Neither exported nor failed: the person cancelled the system's dialog.
    setOutcome(exported ?? takeFailure(tools))
  }
  const hidden = privateInWords(chosen.choosing, chosen.withPrivate)
  const isDone = outcome !== null && typeof outcome !== 'string'
  // By the button, where they are in sight however long the choices are.
  const foot = (
    <>
      <div className={styles.will} aria-live="polite">
        <p>
          {open.reading === 'no'
            ? contentsInWords(chosen.format, chosen.choosing)
            : 'Its annotations are still being read; it will contain all that are chosen.'}
        </p>
        {hidden !== null && (
          <p className={styles.private}>
            <PrivateLock silent />
            {hidden}
          </p>
        )}
      </div>
      {outcome !== null && (
        <div className={styles.outcome}>
          <Outcome of={outcome} />
        </div>
      )}
      <Button onClick={() => actions.showDialog(null)}>{isDone ? 'Done' : 'Cancel'}</Button>
      <Button kind="primary" disabled={busy} onClick={exportNow}>
        {busy ? 'Exporting…' : 'Export'}
      </Button>
    </>
  )
  return (
    <DialogFrame
      open
      size="wide"
      onClose={() => actions.showDialog(null)}
      title="Export a report"
      lead={<bdi>{open.opened.story.name}</bdi>}
      actions={foot}
    >
      <RadioGroup
        className={styles.groups}
        aria-label="As"
        value={chosen.format}
        onValueChange={chosen.setFormat}
      >
        <FormatGroups offered={offered} control={(id) => <Radio.Root value={id} className={form.radio} />} />
      </RadioGroup>
      {layers.length > 1 && !(chosen.comparing && pair !== null) && (
        <TickList
          legend="Whose annotations"
          choices={layers.map(({ annotator, name, mine }) => [
            annotator,
            <span key={annotator}>
              <bdi>{name}</bdi>
              {mine && ' (you)'}
            </span>,
          ])}
          left={chosen.leftLayers}
          onChange={chosen.setLeftLayers}
        />
      )}
      {tags.length > 1 && (
        <TickList
          legend="Which tags"
          choices={tags.map(({ tag, count }) => [
            tag.id,
            <span key={tag.id}>
              <bdi>{tag.label}</bdi> <span className={form.hint}>{count.toLocaleString()}</span>
            </span>,
          ])}
          left={chosen.leftTags}
          onChange={chosen.setLeftTags}
        />
      )}
      <SwitchRow label="Notes, fields and replies" on={chosen.notes} onChange={chosen.setNotes} />
      {pair !== null && (
        <ComparePair
          layers={layers}
          pair={pair}
          on={chosen.comparing}
          onSwitch={chosen.setComparing}
          onPair={chosen.setPair}
        />
      )}
    </DialogFrame>
  )
}

function Outcome({ of }: { readonly of: Exported | string }) {
  if (typeof of === 'string') return <Notice tone="bad">{of}</Notice>
  return (
    <Notice tone="info">
      <bdi>{of.name}</bdi> exported
      {of.leftOut.map((one) => (
        <div key={one.kind}>{sentenceForLeftOut(one)}</div>
      ))}
    </Notice>
  )
}
