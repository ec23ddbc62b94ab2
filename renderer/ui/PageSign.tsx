import { memo, useEffect, useState } from 'react'
import styles from './PageSign.module.css'
import { signOf } from './page-sign.ts'
import { Kbd } from './parts/Kbd.tsx'
import { useDesk } from './tools.ts'
import { useKeyboard } from './use-keyboard.ts'
import { useTags } from './use-tags.ts'

// Long enough to be read twice, in milliseconds. The status bar goes on saying that marks are hidden.
const READ = 5000

/** A quiet line at the foot of the page while keys mean something else than usual, and when marks went out of sight. */
export const PageSign = memo(function PageSign() {
  const tags = useTags()
  const keyboard = useKeyboard()
  const marksHidden = useHiddenJustNow()
  // Of the editor only what makes a sign, so that other keys do not come by here.
  const editor = useDesk(({ open }) => {
    const isBusy = open !== null && (open.editor.jump !== null || open.editor.border !== null)
    return isBusy || marksHidden ? (open?.editor ?? null) : null
  })
  const sign = editor === null ? null : signOf(editor, marksHidden, tags, keyboard)
  if (sign === null) return null
  return (
    <p className={styles.sign} data-testid="page-sign" aria-hidden={sign.silent || undefined}>
      <bdi>{sign.text}</bdi>
      {sign.keys.map(({ keys, does }) => (
        <span key={does} className={styles.keys}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </span>
      ))}
    </p>
  )
})

/** Marks were hidden a moment ago: who reads on undisturbed must not have a sign over the text. */
function useHiddenJustNow(): boolean {
  const hidden = useDesk(({ open }) => open?.marksHidden ?? false)
  const [read, setRead] = useState(false)
  useEffect(() => {
    setRead(false)
    if (!hidden) return
    const timer = setTimeout(() => setRead(true), READ)
    return () => clearTimeout(timer)
  }, [hidden])
  return hidden && !read
}
