import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface NoticeProps {
  /** `bad`: something was not done. `warn`: it was, but not as it should. `info`: a question or a hint. */
  readonly tone: 'info' | 'warn' | 'bad'
  readonly children: ReactNode
  readonly actions?: ReactNode
}

const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert }

/** A strip across the page with a sentence and what can be done about it. Failures are said at once. */
export function Notice({ tone, children, actions }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'group'}>
      <Icon className={styles.icon} size={17} aria-hidden="true" />
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
