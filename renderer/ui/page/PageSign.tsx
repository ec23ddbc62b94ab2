import { memo } from 'react'
import { Kbd } from '../parts/Kbd.tsx'
import { useDesk } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import styles from './PageSign.module.css'
import { signOf } from './page-sign.ts'

/** A quiet line at the foot of the page while keys mean something else than usual. */
export const PageSign = memo(function PageSign() {
  const tags = useTags()
  // Of the editor only what makes a sign, so that other keys do not come by here.
  const editor = useDesk(({ open }) => {
    const isBusy = open !== null && (open.editor.jump !== null || open.editor.border !== null)
    return isBusy ? open.editor : null
  })
  const sign = editor === null ? null : signOf(editor, tags)
  if (sign === null) return null
  return (
    <p className={styles.sign} data-testid="page-sign" aria-hidden="true">
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
