import type { Layer } from '../../../shared/annotation/annotation.ts'
import type { AnnotatorId } from '../../../shared/units.ts'
import { SwitchRow } from '../parts/SwitchRow.tsx'
import { SelectRow } from '../settings/SelectRow.tsx'
import styles from './Export.module.css'

type Pair = readonly [AnnotatorId, AnnotatorId]

interface ComparePairProps {
  readonly layers: readonly Layer[]
  readonly pair: Pair
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
  readonly onPair: (pair: Pair) => void
}

/** The marks of two annotators side by side, and which two where there are more. */
export function ComparePair({ layers, pair: [one, other], on, onSwitch, onPair }: ComparePairProps) {
  const choices = layers.map(({ annotator, name }) => [annotator, name] as const)
  return (
    <>
      <SwitchRow
        label="Compare two annotators side by side"
        hint="The report has only what these two marked."
        on={on}
        onChange={onSwitch}
      />
      {on && layers.length > 2 && (
        <div className={styles.pair}>
          <SelectRow
            label="On the one side"
            value={one}
            choices={choices.filter(([annotator]) => annotator !== other)}
            onChange={(next) => onPair([next, other])}
          />
          <SelectRow
            label="On the other"
            value={other}
            choices={choices.filter(([annotator]) => annotator !== one)}
            onChange={(next) => onPair([one, next])}
          />
        </div>
      )}
    </>
  )
}
