import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown } from 'lucide-react'
import { findTag, type Tag } from '../../../shared/tags.ts'
import type { TagId } from '../../../shared/units.ts'
import menu from '../parts/Menu.module.css'
import { MenuPopup } from '../parts/MenuPopup.tsx'
import { TagSwatch } from '../parts/TagSwatch.tsx'
import { tagName } from '../tag-name.ts'
import styles from './Card.module.css'

interface TagMenuProps {
  /** The tags to choose from. */
  readonly tags: readonly Tag[]
  readonly tag: TagId
  readonly onChange: (tag: TagId) => void
}

/** The tag's name on an own card; pressing it offers the others. */
export function TagMenu({ tags, tag, onChange }: TagMenuProps) {
  const change = (value: string) => {
    const chosen = findTag(tags, value)
    if (chosen !== undefined && chosen.id !== tag) onChange(chosen.id)
  }
  const known = findTag(tags, tag)
  const label = tagName(tags, tag)
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.tagButton} aria-label={`Tag: ${label}`}>
        <bdi title={known?.description}>{label}</bdi>
        <ChevronDown size={13} aria-hidden="true" />
      </Menu.Trigger>
      <MenuPopup label="Change the tag" align="start">
        <Menu.RadioGroup value={tag} onValueChange={change}>
          {tags.map((one) => (
            <Menu.RadioItem key={one.id} value={one.id} className={menu.item} closeOnClick>
              <TagSwatch tag={one} />
              <bdi title={one.description}>{one.label}</bdi>
              <Menu.RadioItemIndicator className={styles.check}>
                <Check size={14} aria-hidden="true" />
              </Menu.RadioItemIndicator>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </MenuPopup>
    </Menu.Root>
  )
}
