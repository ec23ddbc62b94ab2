import { Search } from 'lucide-react'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import styles from './FindButton.module.css'

/** Looks like the field that it opens, and says its key. Nothing to find without a story. */
export function FindButton() {
  const { runner } = useTools()
  const isOpen = useDesk((state) => state.open !== null)
  const finding = useDesk((state) => state.finding)
  const keyboard = useKeyboard()
  if (!isOpen) return null
  return (
    <button
      type="button"
      className={styles.find}
      aria-label="Find in the story"
      aria-keyshortcuts={keyboard.aria('find')}
      aria-expanded={finding}
      onClick={() => runner.run('find')}
    >
      <Search className={styles.icon} size={16} aria-hidden="true" />
      <span className={styles.label}>Find</span>
      <span className={styles.key}>{keyboard.label('find')}</span>
    </button>
  )
}
