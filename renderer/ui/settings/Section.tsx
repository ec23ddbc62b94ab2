import type { ReactNode } from 'react'
import styles from './Settings.module.css'

interface SectionProps {
  readonly title: string
  /** One sentence under the title. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A part of a panel of the settings, with its heading. */
export function Section({ title, lead, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  )
}
