import { createContext, type ReactNode, useContext, useState } from 'react'
import styles from './PortalHost.module.css'

const HostContext = createContext<HTMLElement | null>(null)

/** Where menus and tooltips of this part of the window are drawn; undefined: at the end of the page. */
export function usePortalHost(): HTMLElement | undefined {
  return useContext(HostContext) ?? undefined
}

/** Keeps what pops up inside the landmark that it belongs to, and, in a sheet, inside the sheet. */
export function PortalHost({ children }: { readonly children: ReactNode }) {
  const [host, setHost] = useState<HTMLElement | null>(null)
  return (
    <HostContext value={host}>
      {children}
      <div ref={setHost} className={styles.host} />
    </HostContext>
  )
}
