import { Toolbar } from '@base-ui/react/toolbar'
import { activeAnnotation } from '../../state/selectors.ts'
import { tagCommand } from '../tag-command.ts'
import { useDesk, useTools } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import styles from './TagBar.module.css'
import { TagButton } from './TagButton.tsx'

/** How many tags: the more, the wider the window must be for their names. */
function crowd(count: number): 'some' | 'most' | undefined {
  if (count <= 4) return undefined
  return count <= 6 ? 'some' : 'most'
}

/** One button per tag. Pressing it leaves focus and selection in the story. */
export function TagBar() {
  const { runner } = useTools()
  const tags = useTags()
  const isOpen = useDesk((state) => state.open !== null)
  const retagging = useDesk((state) => state.open?.editor.retagging ?? false)
  const armed = useDesk((state) => state.open?.editor.armed ?? null)
  const current = useDesk(({ open }) => open && activeAnnotation(open)?.tag)
  // What can be tagged with one can be tagged with all.
  const [first] = tags
  const command = first && tagCommand(first)
  const possible = useDesk(() => command !== undefined && runner.can(command))
  if (!isOpen) return null
  return (
    <Toolbar.Root
      className={styles.bar}
      aria-label="Tags"
      data-retagging={retagging || undefined}
      data-many={crowd(tags.length)}
    >
      {tags.map((tag) => (
        <TagButton
          key={tag.id}
          tag={tag}
          current={tag.id === current}
          armed={tag.id === armed}
          possible={possible}
        />
      ))}
    </Toolbar.Root>
  )
}
