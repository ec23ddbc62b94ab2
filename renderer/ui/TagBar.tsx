import { memo } from 'react'
import { builtInTags, type Tag } from '../../shared/tags.ts'
import { activeAnnotation } from '../state/selectors.ts'
import { Kbd } from './parts/Kbd.tsx'
import { TagSwatch } from './parts/TagSwatch.tsx'
import { Tip } from './parts/Tip.tsx'
import styles from './TagBar.module.css'
import { tagCommand } from './tag-command.ts'
import { tagStyle } from './tag-style.ts'
import { useDesk, useTools } from './tools.ts'

/** One button per tag. Pressing it leaves focus and selection in the story. */
export function TagBar() {
  const isOpen = useDesk((state) => state.open !== null)
  const retagging = useDesk((state) => state.open?.editor.retagging ?? false)
  const current = useDesk(({ open }) => open && activeAnnotation(open)?.tag)
  if (!isOpen) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label="Tags" data-retagging={retagging || undefined}>
      {builtInTags.map((tag) => (
        <TagButton key={tag.id} tag={tag} current={tag.id === current} />
      ))}
    </div>
  )
}

interface TagButtonProps {
  readonly tag: Tag
  /** It is the tag of the active annotation. */
  readonly current: boolean
}

const TagButton = memo(function TagButton({ tag, current }: TagButtonProps) {
  const { runner, actions } = useTools()
  const singleKeys = useDesk((state) => state.settings.singleKeys)
  const command = tagCommand(tag)
  // In the text that is being edited a digit is a digit.
  const editing = useDesk((state) => state.open?.editor.mode === 'edit')
  const possible = useDesk(() => command !== undefined && runner.can(command))
  if (command === undefined) return null
  const press = () => {
    if (!runner.run(command)) actions.announce('Select some words first.')
  }
  return (
    <Tip text={possible ? tag.description : `Select some words first. ${tag.description}`}>
      <button
        type="button"
        className={styles.tag}
        style={tagStyle(tag)}
        data-current={current || undefined}
        aria-disabled={!possible}
        aria-label={tag.label}
        aria-keyshortcuts={singleKeys && !editing ? tag.key : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={press}
      >
        <TagSwatch tag={tag} />
        <span className={styles.label}>{tag.label}</span>
        {singleKeys && (
          <span className={styles.key} data-off={editing || undefined}>
            <Kbd silent>{tag.key}</Kbd>
          </span>
        )}
      </button>
    </Tip>
  )
})
