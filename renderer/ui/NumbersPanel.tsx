import { EmptyMargin } from './EmptyMargin.tsx'
import { AnnotatorFigures } from './numbers/AnnotatorFigures.tsx'
import { CoverageFigures } from './numbers/CoverageFigures.tsx'
import { Distribution } from './numbers/Distribution.tsx'
import { FieldBars } from './numbers/FieldBars.tsx'
import styles from './numbers/Numbers.module.css'
import { TagFigures } from './numbers/TagFigures.tsx'
import { useFigures } from './numbers/use-figures.ts'
import { useNumbers } from './use-numbers.ts'
import { useTagCounts } from './use-tag-counts.ts'

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
