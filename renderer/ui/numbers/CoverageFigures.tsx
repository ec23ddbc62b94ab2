import { percent } from '../../../shared/report/plain-words.ts'
import { useEditor } from '../editor-context.ts'
import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import styles from './Numbers.module.css'
import { readingTime } from './reading-time.ts'
import type { Numbers } from './use-numbers.ts'

interface CoverageFiguresProps {
  readonly numbers: Numbers
  readonly onChosen: (() => void) | undefined
}

/** How much of the story is marked, what is left, and how long it is. */
export function CoverageFigures({ numbers, onChosen }: CoverageFiguresProps) {
  const { words, characters, all } = numbers
  const facts = [
    ['Words', words.toLocaleString()],
    ['Characters', characters.toLocaleString()],
    ['Reading time', readingTime(words)],
    ['Annotations', all.toLocaleString()],
  ] as const
  return (
    <section className={styles.section} aria-label="Coverage">
      <Covered numbers={numbers} onChosen={onChosen} />
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Covered({ numbers: { coverage, sentences, marked }, onChosen }: CoverageFiguresProps) {
  if (coverage === null) return <p className={styles.hint}>This story has no sentences to mark.</p>
  return (
    <>
      <h3 className={styles.heading}>Sentences marked</h3>
      <p className={styles.share}>
        <b>{percent(coverage)}</b>
        <span>
          {marked.toLocaleString()} of {sentences.toLocaleString()} sentence{sentences === 1 ? '' : 's'}
        </span>
      </p>
      <span className={styles.meter} aria-hidden="true">
        <span style={{ inlineSize: `${100 * coverage}%` }} />
      </span>
      <Unmarked count={sentences - marked} onChosen={onChosen} />
    </>
  )
}

function Unmarked({
  count,
  onChosen,
}: {
  readonly count: number
  readonly onChosen: (() => void) | undefined
}) {
  const { runner } = useTools()
  const editor = useEditor()
  const keyboard = useKeyboard()
  if (count === 0) return <p className={styles.hint}>Every sentence is marked.</p>
  const key = keyboard.label('next-unmarked')
  const next = () => {
    runner.run('next-unmarked')
    onChosen?.()
    editor?.focus()
  }
  return (
    <p className={styles.unmarked}>
      <span>{count.toLocaleString()} unmarked</span>
      <Button small onClick={next} aria-keyshortcuts={keyboard.aria('next-unmarked')}>
        Next unmarked {key !== undefined && <Kbd silent>{key}</Kbd>}
      </Button>
    </p>
  )
}
