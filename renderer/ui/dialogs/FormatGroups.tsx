import type { ReactNode } from 'react'
import type { ExportFormat } from '../../../shared/exchange/formats.ts'
import styles from './Export.module.css'
import { type FormatWords, offeredGroups } from './export-formats.ts'

interface FormatGroupsProps {
  readonly offered: readonly ExportFormat[]
  /** The control of one format: a radio or a checkbox. */
  readonly control: (id: ExportFormat) => ReactNode
}

/** The formats to choose from, in their groups, each with what it contains. */
export function FormatGroups({ offered, control }: FormatGroupsProps) {
  return offeredGroups(offered).map(({ title, formats }) => (
    <FormatGroup key={title} title={title} formats={formats} control={control} />
  ))
}

function FormatGroup(props: {
  readonly title: string
  readonly formats: readonly FormatWords[]
  readonly control: FormatGroupsProps['control']
}) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{props.title}</legend>
      {props.formats.map(({ id, label, contains }) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is given
        <label key={id} className={styles.format}>
          {props.control(id)}
          <span>
            <strong>{label}</strong>
            <span className={styles.contains}>{contains}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
