import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Tag } from '../../../shared/tags.ts'
import { Kbd } from '../parts/Kbd.tsx'
import { TagSwatch } from '../parts/TagSwatch.tsx'
import { tagKey } from '../tag-key.ts'
import { useDesk } from '../tools.ts'
import styles from './Tags.module.css'

interface TagItemProps {
  readonly tag: Tag
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly children: ReactNode
}

/** One tag of the list: how it looks and what it is for; unfolded, what can be changed. */
export function TagItem({ tag, open, onOpen, children }: TagItemProps) {
  const settings = useDesk((state) => state.settings)
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  const key = tagKey(tag, settings, platform)
  const body = useId()
  return (
    <li className={styles.tagItem}>
      <h3 className={styles.tagHead}>
        <button
          type="button"
          className={styles.tagOpen}
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => onOpen(!open)}
        >
          <TagSwatch tag={tag} />
          <bdi className={styles.tagName}>{tag.label}</bdi>
          {key !== null && <Kbd silent>{key}</Kbd>}
          <ChevronDown className={styles.chevron} size={16} aria-hidden="true" />
        </button>
      </h3>
      {open && (
        <div id={body} className={styles.tagBody}>
          {children}
        </div>
      )}
    </li>
  )
}
