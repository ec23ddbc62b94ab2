import { useState } from 'react'
import type { TagColours as Colours } from '../../../shared/desk/contract-settings.ts'
import { findTag, type Tag } from '../../../shared/tags.ts'
import { useDesk, useTools } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import { TagColours } from './TagColours.tsx'
import { TagItem } from './TagItem.tsx'
import styles from './Tags.module.css'

/** Tags that are not this person's to change, but for their colours. @param scheme without own colours */
export function SchemeTags({ scheme }: { readonly scheme: readonly Tag[] }) {
  const { actions } = useTools()
  const tags = useTags()
  const own = useDesk((state) => state.settings.tagColours)
  const [opened, setOpened] = useState<string | null>(null)
  const change = (id: string, colours: Colours) =>
    void actions.changeSettings({ tagColours: { ...own, [id]: colours } })
  const reset = (id: string): Colours => {
    const others = Object.fromEntries(Object.entries(own).filter(([other]) => other !== id))
    void actions.changeSettings({ tagColours: others })
    const { light = '', dark = '' } = findTag(scheme, id) ?? {}
    return { light, dark }
  }
  return (
    <ul className={styles.tagList} aria-label="Tags">
      {tags.map((tag) => (
        <TagItem
          key={tag.id}
          tag={tag}
          open={opened === tag.id}
          onOpen={(open) => setOpened(open ? tag.id : null)}
        >
          {tag.description !== '' && <p dir="auto">{tag.description}</p>}
          <TagColours
            tag={tag}
            others={tags.filter((one) => one.id !== tag.id)}
            onChange={(colours) => change(tag.id, colours)}
            reset={{ possible: Object.hasOwn(own, tag.id), act: () => reset(tag.id) }}
          />
        </TagItem>
      ))}
    </ul>
  )
}
