import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass } from './Button.tsx'
import styles from './DialogFrame.module.css'

interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  /** Read out as the name of the sheet. */
  readonly title: string
  readonly side: 'start' | 'end'
  readonly children: ReactNode
}

/** What stands beside the page in a wide window, laid over it in a narrow one. */
export function Sheet({ open, onClose, title, side, children }: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.sheet} data-side={side}>
          <Dialog.Title className="hidden-text">{title}</Dialog.Title>
          <div className={styles.sheetBar}>
            <Dialog.Close className={buttonClass({ kind: 'quiet', icon: true })} aria-label="Close">
              <X size={18} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className={styles.sheetBody}>{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
