import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useDesk, useTools } from '../tools.ts'
import styles from './Notices.module.css'
import { strayGroups } from './strays-in-words.ts'

/** The story was renamed or moved without its annotations, or they were mailed: they lie here and fit. */
export function StraysNotice() {
  const strays = useDesk((state) => state.open?.opened.strays)
  const { actions } = useTools()
  const [busy, setBusy] = useState(false)
  if (strays === undefined || strays.length === 0) return null
  const groups = strayGroups(strays)
  const [only] = groups
  const adopt = async () => {
    if (busy) return
    setBusy(true)
    await actions.adopt(strays.map(({ file }) => file))
    setBusy(false)
  }
  const dismiss = () => {
    actions.dismissStrays()
    actions.editor()?.focus()
  }
  const buttons = (
    <>
      <Button small aria-disabled={busy} onClick={adopt}>
        Take them over
      </Button>
      <Button small onClick={dismiss}>
        Not now
      </Button>
    </>
  )
  return (
    <Notice tone="info" actions={buttons}>
      {groups.length === 1 && only !== undefined ? (
        <>
          Annotations of “<bdi>{only.storyName}</bdi>” lie in this folder and fit this story: {only.words}.
        </>
      ) : (
        <>
          Annotations of stories that are not here lie in this folder and fit this one:
          <ul className={styles.files}>
            {groups.map(({ storyName, words }) => (
              <li key={storyName}>
                “<bdi>{storyName}</bdi>”: {words}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
