import { Toolbar } from '@base-ui/react/toolbar'
import { type MouseEvent, memo } from 'react'
import { keysOf } from '../../../shared/desk/keys.ts'
import type { Tag } from '../../../shared/tags.ts'
import { ariaKeys, keyLabel } from '../key-label.ts'
import { buttonFrame } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { TagSwatch } from '../parts/TagSwatch.tsx'
import { Tip } from '../parts/Tip.tsx'
import { armCommand, tagCommand } from '../tag-command.ts'
import { tagStyle } from '../tag-style.ts'
import { useDesk, useTools } from '../tools.ts'
import styles from './TagBar.module.css'
import { useLongPress } from './use-long-press.ts'

interface TagButtonProps {
  readonly tag: Tag
  /** It is the tag of the active annotation. */
  readonly current: boolean
  /** Every selection gets it at once. */
  readonly armed: boolean
  /** There is something to tag. */
  readonly possible: boolean
}

/** Sets a tag; with Shift or held down, arms it. Pressed again while armed, it is disarmed. */
export const TagButton = memo(function TagButton({ tag, current, armed, possible }: TagButtonProps) {
  const { runner, actions } = useTools()
  const { singleKeys, keys: own } = useDesk((state) => state.settings)
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  // In the text that is being edited a digit is a digit.
  const editing = useDesk((state) => state.open?.editor.mode === 'edit')
  const command = tagCommand(tag)
  const arming = armCommand(tag)
  const arm = () => {
    if (arming !== undefined) runner.run(arming)
  }
  const held = useLongPress(arm)
  if (command === undefined) return null
  const key = singleKeys ? keysOf(command, own)[0] : undefined
  const press = (event: MouseEvent) => {
    if (held.take()) return
    if (event.shiftKey || armed) arm()
    else if (!runner.run(command)) actions.announce('Select some words first.')
  }
  const what = armed ? `Armed: every selection becomes ${tag.label}. ${tag.description}` : tag.description
  return (
    <Tip
      text={possible || armed ? what : `Select some words first. ${what}`}
      keys={key === undefined ? undefined : keyLabel(key, platform)}
    >
      <Toolbar.Button
        type="button"
        className={`${buttonFrame} ${styles.tag}`}
        style={tagStyle(tag)}
        data-current={current || undefined}
        data-armed={armed || undefined}
        aria-disabled={!possible && !armed}
        aria-label={armed ? `${tag.label}, armed` : tag.label}
        aria-pressed={armed}
        aria-description={tag.description}
        aria-keyshortcuts={key !== undefined && !editing ? ariaKeys(key, platform) : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onContextMenu={(event) => event.preventDefault()}
        onClick={press}
        {...held.handlers}
      >
        <span className={styles.swatch}>
          <TagSwatch tag={tag} />
        </span>
        <bdi className={styles.label}>{tag.label}</bdi>
        <bdi className={styles.short} data-line={tag.line}>
          {tag.shortLabel}
        </bdi>
        {key !== undefined && (
          <span className={styles.key} data-off={editing || undefined}>
            <Kbd silent>{keyLabel(key, platform)}</Kbd>
          </span>
        )}
      </Toolbar.Button>
    </Tip>
  )
})
