import { Checkbox } from '@base-ui/react/checkbox'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import type { ExportFormat } from '../../../shared/desk/contract.ts'
import type { AnnotatorId } from '../../../shared/units.ts'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import styles from '../parts/Form.module.css'
import { Notice } from '../parts/Notice.tsx'
import { takeFailure, useDesk, useDeskAtOnce, useTools } from '../tools.ts'

const formats: readonly { readonly id: ExportFormat; readonly label: string; readonly contains: string }[] = [
  {
    id: 'html',
    label: 'Report (HTML)',
    contains:
      'One page that anyone can open and print: the story with its marks, the notes beside it, a table of all annotations, and the counts.',
  },
  {
    id: 'csv',
    label: 'Table (CSV)',
    contains: 'One row for each annotation, for a spreadsheet.',
  },
  {
    id: 'jsonld',
    label: 'Web annotations (JSON-LD)',
    contains: 'The annotations in the form of the W3C, for other programs.',
  },
]

/** What to export, from whom; then where it went. */
export function ExportDialog() {
  const open = useDeskAtOnce((state) => state.dialog === 'export' && state.open !== null)
  return open ? <ExportForm /> : null
}

function ExportForm() {
  const tools = useTools()
  const { actions } = tools
  const layers = useDesk((state) => state.open?.layers) ?? []
  const hidden = useDesk((state) => state.open?.hidden)
  const name = useDesk((state) => state.open?.opened.story.name) ?? ''
  const [format, setFormat] = useState<ExportFormat>('html')
  const [left, setLeft] = useState<ReadonlySet<AnnotatorId>>(hidden ?? new Set())
  const [outcome, setOutcome] = useState<{ readonly done: boolean; readonly text: string } | null>(null)
  const formatLabel = useId()

  const chosen = layers.filter((layer) => !left.has(layer.annotator)).map((layer) => layer.annotator)
  const exportNow = async () => {
    setOutcome(null)
    const done = await actions.exportAs(format, chosen.length === layers.length ? null : chosen)
    // Saved: the action has said where. Neither saved nor failed: the person cancelled the system's dialog.
    const text = done ? tools.store.get().announcement.text : takeFailure(tools)
    setOutcome(text === null ? null : { done, text })
  }
  const toggle = (annotator: AnnotatorId, on: boolean) => {
    const next = new Set(left)
    if (on) next.delete(annotator)
    else next.add(annotator)
    setLeft(next)
  }
  const buttons = (
    <>
      <Button onClick={() => actions.showDialog(null)}>{outcome?.done ? 'Done' : 'Cancel'}</Button>
      <Button kind="primary" onClick={exportNow}>
        Export
      </Button>
    </>
  )
  return (
    <DialogFrame
      open
      size="wide"
      onClose={() => actions.showDialog(null)}
      title="Export a report"
      lead={<bdi>{name}</bdi>}
      actions={buttons}
    >
      <div className={styles.field}>
        <div id={formatLabel} className={styles.label}>
          As
        </div>
        <RadioGroup
          className={styles.field}
          aria-labelledby={formatLabel}
          value={format}
          onValueChange={setFormat}
        >
          {formats.map(({ id, label, contains }) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
            <label key={id} className={styles.choice}>
              <Radio.Root value={id} className={styles.radio} />
              <span>
                <strong>{label}</strong>
                <span className={styles.hint}>{contains}</span>
              </span>
            </label>
          ))}
        </RadioGroup>
      </div>
      {layers.length > 1 && (
        <fieldset className={styles.group}>
          <legend className={styles.label}>Whose annotations</legend>
          {layers.map((layer) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control
            <label key={layer.annotator} className={styles.tick}>
              <Checkbox.Root
                className={styles.check}
                checked={!left.has(layer.annotator)}
                onCheckedChange={(on) => toggle(layer.annotator, on)}
              >
                <Checkbox.Indicator>
                  <Check size={13} strokeWidth={3} aria-hidden="true" />
                </Checkbox.Indicator>
              </Checkbox.Root>
              <span>
                <bdi>{layer.name}</bdi>
                {layer.mine && ' (you)'}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {outcome !== null && <Notice tone={outcome.done ? 'info' : 'bad'}>{outcome.text}</Notice>}
    </DialogFrame>
  )
}
