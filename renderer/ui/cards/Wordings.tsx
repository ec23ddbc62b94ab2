import { Fragment } from 'react'
import styles from './Wordings.module.css'
import { compareWordings, type WordingRun } from './wording.ts'

interface WordingsProps {
  readonly confirmed: string
  readonly today: string
}

// In letters; longer wordings are easier to read one under the other.
const LONG = 140

/** The confirmed words and today's, beside each other, with what went and what came marked in each. */
export function Wordings({ confirmed, today }: WordingsProps) {
  const runs = compareWordings(confirmed, today)
  const long = confirmed.length > LONG || today.length > LONG
  return (
    <div className={styles.frame}>
      <dl className={styles.wordings} data-long={long || undefined}>
        <div>
          <dt>Confirmed</dt>
          <dd dir="auto">
            {runs.map((run, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the runs have no state and no names
              <Fragment key={index}>{run.kind !== 'in' && <Run run={run} />}</Fragment>
            ))}
          </dd>
        </div>
        <div>
          <dt>Today</dt>
          <dd dir="auto">
            {runs.map((run, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the runs have no state and no names
              <Fragment key={index}>{run.kind !== 'out' && <Run run={run} />}</Fragment>
            ))}
          </dd>
        </div>
      </dl>
    </div>
  )
}

/** Screen readers say little or nothing about `del` and `ins`, so it is said in words as well. */
function Run({ run: { kind, text } }: { readonly run: WordingRun }) {
  if (kind === 'both') return text
  return (
    <>
      <span className="hidden-text"> [{kind === 'out' ? 'no longer' : 'instead'}: </span>
      {kind === 'out' ? <del>{text}</del> : <ins>{text}</ins>}
      <span className="hidden-text">] </span>
    </>
  )
}
