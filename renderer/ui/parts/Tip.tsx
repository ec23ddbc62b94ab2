import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Kbd } from './Kbd.tsx'
import host from './PortalHost.module.css'
import { usePortalHost } from './PortalHost.tsx'
import styles from './Tip.module.css'

interface TipProps {
  readonly text: string
  /** Key label; shown beside the text. */
  readonly keys?: string | undefined
  /** The control that it explains; keeps its own name for screen readers. */
  readonly children: ReactElement<Record<string, unknown>>
}

/** What a control does and with which key, when it is pointed at or focused. */
export function Tip({ text, keys, children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal container={usePortalHost()}>
        <Tooltip.Positioner className={host.positioner} sideOffset={6}>
          <Tooltip.Popup className={styles.popup}>
            {text}
            {keys !== undefined && <Kbd>{keys}</Kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
