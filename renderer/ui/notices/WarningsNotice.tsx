import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'
import styles from './Notices.module.css'

/** What of the story's file is not on the screen, because its reader could not carry it over. */
export function WarningsNotice() {
  const { actions } = useTools()
  const story = useDesk((state) => state.open?.opened.story)
  const [folded, setFolded] = useState('')
  if (story === undefined || story.warnings.length === 0) return null
  const words = [story.name, ...story.warnings].join('\n')
  if (folded === words) return null
  const fold = () => {
    setFolded(words)
    actions.editor()?.focus()
  }
  const [only, ...more] = story.warnings
  return (
    <Notice
      tone="info"
      actions={
        <Button small kind="quiet" onClick={fold}>
          Fold away
        </Button>
      }
    >
      {more.length === 0 ? (
        <bdi>{only}</bdi>
      ) : (
        <>
          Not everything of <bdi>{story.name}</bdi> is shown here:
          <ul className={styles.files}>
            {story.warnings.map((warning) => (
              <li key={warning}>
                <bdi>{warning}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
