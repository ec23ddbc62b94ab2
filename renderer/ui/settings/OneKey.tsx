import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import styles from './Keys.module.css'

interface OneKeyProps {
  /** As it is called on this computer. */
  readonly name: string
  /** What the buttons are about, for those who hear them: "the key", or which of several. */
  readonly which: string
  /** What it does. */
  readonly command: string
  /** The next key pressed takes its place. */
  readonly catching: boolean
  /** The id of what is said of that. */
  readonly hint: string
  readonly onCatch: () => void
  readonly onStop: () => void
  readonly onRemove: () => void
}

/** One of the keys of a command, and what can be done about it. */
export function OneKey(props: OneKeyProps) {
  const { name, which, command, catching, hint, onCatch, onStop, onRemove } = props
  return (
    <li className={styles.oneKey}>
      <Kbd>{name}</Kbd>
      <Button
        small
        aria-pressed={catching}
        aria-label={catching ? `Press the new key for ${command}` : `Change ${which} for ${command}`}
        aria-describedby={catching ? hint : undefined}
        onClick={catching ? onStop : onCatch}
        onBlur={onStop}
      >
        {catching ? 'Press a key…' : 'Change'}
      </Button>
      <Button kind="quiet" small aria-label={`Switch off ${which} for ${command}`} onClick={onRemove}>
        Off
      </Button>
    </li>
  )
}
