import { useEffect } from 'react'
import styles from '../bars/StatusBar.module.css'
import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { useWayBack } from './list-trail.ts'

/** After a row of the list was gone to: the button, and Escape in the story, return to that row. */
export function BackToList() {
  const back = useWayBack()
  useEffect(() => {
    if (back === null) return
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event
      const inStory = target instanceof Element && target.closest('.story') !== null
      if (key !== 'Escape' || !inStory || ctrlKey || metaKey || altKey || shiftKey || isComposing) return
      event.preventDefault()
      event.stopPropagation()
      back()
    }
    // Before the editor, for which Escape has another meaning.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [back])
  if (back === null) return null
  return (
    <Button kind="quiet" small className={styles.chip} aria-keyshortcuts="Escape" onClick={back}>
      Back to the list <Kbd silent>Esc</Kbd>
    </Button>
  )
}
