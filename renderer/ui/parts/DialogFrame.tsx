import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { buttonClass } from './Button.tsx'
import styles from './DialogFrame.module.css'

export interface DialogFrameProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  /** One sentence under the title. */
  readonly lead?: ReactNode
  /** Buttons at the foot. Where there is nothing else, the one with `data-first` has the focus first, else the first. */
  readonly actions?: ReactNode
  /** `large`: always as high as it can be; the content scrolls by itself. */
  readonly size?: 'normal' | 'wide' | 'large'
  /** Cannot be left without an answer: no close button, Escape and the backdrop do nothing. */
  readonly must?: boolean
  readonly children: ReactNode
}

const CONTROLS = [
  'input:not([aria-hidden="true"])',
  '[role="radio"][tabindex="0"]',
  '[role="checkbox"]',
  'button',
].join(',')

/** A modal dialog: title, sentence, content, buttons. Focus goes in, stays in, and returns when it closes. */
export function DialogFrame(props: DialogFrameProps) {
  const { open, onClose, title, lead, actions, size = 'normal', must = false, children } = props
  const body = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  // What the dialog is for, rather than the button that closes it.
  const firstControl = () =>
    body.current?.querySelector<HTMLElement>(CONTROLS) ??
    foot.current?.querySelector<HTMLElement>('[data-first]') ??
    foot.current?.querySelector('button') ??
    true
  const onOpenChange = (next: boolean) => {
    if (!next && !must) onClose()
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={must}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} data-size={size} initialFocus={firstControl}>
          <div className={styles.header}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            {!must && (
              <Dialog.Close className={buttonClass({ kind: 'quiet', icon: true })} aria-label="Close">
                <X size={18} aria-hidden="true" />
              </Dialog.Close>
            )}
          </div>
          {lead !== undefined && <Dialog.Description className={styles.lead}>{lead}</Dialog.Description>}
          <div ref={body} className={styles.body}>
            {children}
          </div>
          {actions !== undefined && (
            <div ref={foot} className={styles.actions}>
              {actions}
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
