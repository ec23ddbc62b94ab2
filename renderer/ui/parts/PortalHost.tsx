import { createContext, type ReactNode, useContext, useState } from 'react'
import styles from './PortalHost.module.css'

const HostContext = createContext<HTMLElement | null>(null)

/** Where menus and tooltips of this part of the window are drawn; undefined: at the end of the page. */
export function usePortalHost(): HTMLElement | undefined {
  return useContext(HostContext) ?? undefined
}

interface PortalHostProps {
  /** A dialog around it takes the focus back from anything that leaves its inside: draw at the end of the page. */
  readonly off?: boolean
  readonly children: ReactNode
}

/** Keeps what pops up inside the landmark that it belongs to. */
export function PortalHost({ off = false, children }: PortalHostProps) {
  const [host, setHost] = useState<HTMLElement | null>(null)
  return (
    <HostContext value={off ? null : host}>
      {children}
      <div ref={setHost} className={styles.host} />
    </HostContext>
  )
}
