import { findTag } from '../../../shared/tags.ts'
import type { LiveCount } from '../list/use-tag-counts.ts'
import { tagStyle } from '../tag-style.ts'
import bars from './Bars.module.css'
import type { FieldFigures } from './choices.ts'
import styles from './Numbers.module.css'
import type { Numbers } from './use-numbers.ts'

interface FieldBarsProps {
  readonly numbers: Numbers
  readonly fields: readonly FieldFigures[]
  readonly tags: readonly LiveCount[]
}

/** How many have a note, and how the fields with fixed values were filled in. */
export function FieldBars({ numbers: { all, withNote }, fields, tags }: FieldBarsProps) {
  const scheme = tags.map(({ tag }) => tag)
  return (
    <section className={styles.section} aria-label="Notes and fields">
      <h3 className={styles.heading}>Notes</h3>
      <Bars
        of={all}
        values={[
          { name: 'With a note', count: withNote },
          { name: 'Without', count: all - withNote, open: true },
        ]}
      />
      {fields.map(({ tag, field, all: ofTag, values, open }) => (
        <div key={`${tag} ${field.id}`} style={tagStyle(findTag(scheme, tag))}>
          <h4 className={bars.field}>
            <bdi>{findTag(scheme, tag)?.label ?? tag}</bdi>: <bdi>{field.label}</bdi>
          </h4>
          <Bars
            of={ofTag}
            values={[
              ...values.map(({ value, count }) => ({ name: value, count })),
              ...(open > 0 ? [{ name: 'Not filled in', count: open, open: true }] : []),
            ]}
          />
        </div>
      ))}
    </section>
  )
}

interface BarsProps {
  readonly of: number
  readonly values: readonly {
    readonly name: string
    readonly count: number
    /** Nothing was written: drawn as an outline. */
    readonly open?: boolean
  }[]
}

function Bars({ of, values }: BarsProps) {
  return (
    <ul className={bars.bars}>
      {values.map(({ name, count, open = false }) => (
        <li key={name} className={bars.barRow}>
          <bdi className={bars.name}>{name}</bdi>
          <span className={bars.thin} aria-hidden="true">
            <span data-open={open || undefined} style={{ inlineSize: `${(100 * count) / of}%` }} />
          </span>
          <span className={bars.number}>{count.toLocaleString()}</span>
        </li>
      ))}
    </ul>
  )
}
