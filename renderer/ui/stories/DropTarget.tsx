import { useEffect, useState } from 'react'
import { useTools } from '../tools.ts'
import styles from './DropTarget.module.css'

/** The whole window takes a story file; anything else that is dropped goes nowhere. */
export function DropTarget() {
  const { actions } = useTools()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const bringsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const move = (event: DragEvent) => {
      if (!bringsFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Leaving one element for the next also fires; leaving the window has no next.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!bringsFile(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) actions.drop(file)
    }
    window.addEventListener('dragover', move)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', move)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [actions])
  if (!over) return null
  return (
    <div className={styles.target}>
      <p>Drop the story to open it</p>
    </div>
  )
}
