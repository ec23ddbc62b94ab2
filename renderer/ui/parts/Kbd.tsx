import styles from './Kbd.module.css'

/** A key as it is printed on the keyboard. Not read out where the command names its keys itself. */
export function Kbd({ children, silent = false }: { readonly children: string; readonly silent?: boolean }) {
  return (
    <kbd className={styles.kbd} aria-hidden={silent || undefined}>
      {children}
    </kbd>
  )
}
