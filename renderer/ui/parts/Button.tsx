import type { ComponentProps } from 'react'
import styles from './Button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do here. `quiet`: no frame until pointed at. `danger`: takes something away. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  /** Shows only an icon; needs an `aria-label`. */
  readonly icon?: boolean
  readonly small?: boolean
}

/** The frame alone, for what looks like a button and acts in its own way. */
export const buttonFrame: string = styles.frame ?? ''

/** Class names of a button, for Base UI parts that draw the element themselves. */
export function buttonClass({ kind = 'plain', icon = false, small = false }: ButtonProps = {}): string {
  const names = [buttonFrame, styles.button, kind === 'plain' ? undefined : styles[kind]]
  if (icon) names.push(styles.icon)
  if (small) names.push(styles.small)
  return names.filter((name) => name !== undefined).join(' ')
}

/** A button that never submits by accident. */
export function Button({ kind = 'plain', icon = false, small = false, className, ...rest }: ButtonProps) {
  const names = buttonClass({ kind, icon, small })
  return <button type="button" className={className ? `${names} ${className}` : names} {...rest} />
}
