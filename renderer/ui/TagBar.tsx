import { builtInTags, type Tag } from '../../shared/tags.ts'
import { Kbd } from './parts/Kbd.tsx'
import { TagSwatch } from './parts/TagSwatch.tsx'
import { Tip } from './parts/Tip.tsx'
import styles from './TagBar.module.css'
import { tagCommand } from './tag-command.ts'
import { tagStyle } from './tag-style.ts'
import { useDesk, useTools } from './tools.ts'

/** One button per tag. Pressing it leaves focus and selection in the story. */
export function TagBar() {
  const editor = useDesk((state) => state.open?.editor)
  if (editor === undefined) return null
  const active = editor.annotations.find((annotation) => annotation.id === editor.active)
  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label="Tags"
      data-retagging={editor.retagging || undefined}
    >
      {builtInTags.map((tag) => (
        <TagButton key={tag.id} tag={tag} current={active?.tag === tag.id} />
      ))}
    </div>
  )
}

function TagButton({ tag, current }: { readonly tag: Tag; readonly current: boolean }) {
  const { runner, actions } = useTools()
  const singleKeys = useDesk((state) => state.settings.singleKeys)
  const command = tagCommand(tag)
  if (command === undefined) return null
  const possible = runner.can(command)
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
        aria-keyshortcuts={singleKeys ? tag.key : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={press}
      >
        <TagSwatch tag={tag} />
        <span className={styles.label}>{tag.label}</span>
        {singleKeys && <Kbd silent>{tag.key}</Kbd>}
      </button>
    </Tip>
  )
}
