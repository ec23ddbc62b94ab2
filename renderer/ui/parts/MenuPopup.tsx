import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'
import host from './PortalHost.module.css'
import { usePortalHost } from './PortalHost.tsx'

interface MenuPopupProps {
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

/** The list of a menu, beside its trigger. */
export function MenuPopup({ children, label, align = 'end' }: MenuPopupProps) {
  return (
    <Menu.Portal container={usePortalHost()}>
      <Menu.Positioner className={host.positioner} sideOffset={6} align={align} collisionPadding={8}>
        <Menu.Popup className={styles.popup} aria-label={label}>
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}

interface MenuItemProps {
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly keys?: string | undefined
  readonly children: ReactNode
}

export function MenuItem({ onClick, disabled = false, keys, children }: MenuItemProps) {
  return (
    <Menu.Item className={styles.item} onClick={onClick} disabled={disabled}>
      {children}
      {keys !== undefined && <Kbd silent>{keys}</Kbd>}
    </Menu.Item>
  )
}

export function MenuLine() {
  return <Menu.Separator className={styles.separator} />
}
