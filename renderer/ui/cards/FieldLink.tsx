import type { ReactNode } from 'react'

interface FieldLinkProps {
  readonly href: string
  readonly className: string | undefined
  readonly label?: string | undefined
  readonly children: ReactNode
}

/** A link that someone entered. It opens in the system's browser, and learns nothing of where it stood. */
export function FieldLink({ href, className, label, children }: FieldLinkProps) {
  return (
    <a
      href={href}
      className={className}
      target="_blank"
      rel="noopener noreferrer"
      title={href}
      aria-label={label}
    >
      {children}
    </a>
  )
}
