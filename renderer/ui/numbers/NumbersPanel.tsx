import { EmptyMargin } from '../cards/EmptyMargin.tsx'
import { useTagCounts } from '../list/use-tag-counts.ts'
import { AnnotatorFigures } from './AnnotatorFigures.tsx'
import { CoverageFigures } from './CoverageFigures.tsx'
import { Distribution } from './Distribution.tsx'
import { FieldBars } from './FieldBars.tsx'
import styles from './Numbers.module.css'
import { TagFigures } from './TagFigures.tsx'
import { useFigures } from './use-figures.ts'
import { useNumbers } from './use-numbers.ts'

interface NumbersPanelProps {
  /** Something in the text was gone to: a sheet gives way to it. */
  readonly onChosen: (() => void) | undefined
}

/** How far the story is, and what its marks are: by tag, place, person, note and field. Of the visible layers. */
export function NumbersPanel({ onChosen }: NumbersPanelProps) {
  const numbers = useNumbers()
  const figures = useFigures()
  const tags = useTagCounts()
  if (numbers === null) return <p className={styles.wait}>Counting…</p>
  return (
    <div className={styles.panel}>
      <CoverageFigures numbers={numbers} onChosen={onChosen} />
      {numbers.all === 0 && <EmptyMargin />}
      {numbers.all > 0 && <TagFigures tags={tags} all={numbers.all} />}
      {figures !== null && numbers.all > 0 && (
        <>
          <Distribution figures={figures} tags={tags} onChosen={onChosen} />
          <AnnotatorFigures numbers={numbers} byAnnotator={figures.byAnnotator} tags={tags} />
          <FieldBars numbers={numbers} fields={figures.fields} tags={tags} />
        </>
      )}
    </div>
  )
}
