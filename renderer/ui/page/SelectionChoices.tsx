import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import type { CommandId } from '../../../shared/desk/commands.ts'
import { useEditor } from '../editor-context.ts'
import { Kbd } from '../parts/Kbd.tsx'
import { TagDot } from '../parts/TagSwatch.tsx'
import { tagCommand } from '../tag-command.ts'
import { tagStyle } from '../tag-style.ts'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import { useTags } from '../use-tags.ts'
import styles from './SelectionPopover.module.css'

/** A button per tag and one for a note, with a line that says what the tag under the hand is for. */
export function SelectionChoices() {
  const { runner } = useTools()
  const tags = useTags()
  const keyboard = useKeyboard()
  const editor = useEditor()
  const canNote = useDesk(() => runner.can('note'))
  const [hint, setHint] = useState<string | null>(null)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      editor?.focus()
    } else if (step(event.currentTarget, event.key)) event.preventDefault()
  }
  return (
    <>
      <div
        className={styles.choices}
        role="toolbar"
        aria-label="Tag the selected words"
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {tags.map((tag, index) => {
          const command = tagCommand(tag)
          if (command === undefined) return null
          return (
            <Choice
              key={tag.id}
              command={command}
              label={tag.label}
              hint={tag.description}
              keys={keyboard.label(command)}
              first={index === 0}
              style={tagStyle(tag)}
              onHint={setHint}
            >
              <TagDot tag={tag} />
              <bdi className={styles.label}>{tag.shortLabel}</bdi>
            </Choice>
          )
        })}
        {canNote && (
          <Choice command="note" label="Note" keys={keyboard.label('note')} onHint={setHint}>
            <span className={styles.label}>Note</span>
          </Choice>
        )}
      </div>
      {hint !== null && hint !== '' && (
        <p className={styles.hint} aria-hidden="true" dir="auto">
          {hint}
        </p>
      )}
    </>
  )
}

interface ChoiceProps {
  readonly command: CommandId
  readonly label: string
  readonly hint?: string
  readonly keys: string | undefined
  /** Tab stops here; arrows go on to the others. */
  readonly first?: boolean
  readonly style?: CSSProperties
  readonly onHint: (hint: string | null) => void
  readonly children: ReactNode
}

function Choice({ command, label, hint = '', keys, first = false, style, onHint, children }: ChoiceProps) {
  const { runner } = useTools()
  const editor = useEditor()
  const press = (event: MouseEvent) => {
    // Pressed with a key it goes away under the focus, which belongs to the story then.
    if (event.detail === 0) editor?.focus()
    runner.run(command)
  }
  return (
    <button
      type="button"
      className={styles.choice}
      style={style}
      tabIndex={first ? 0 : -1}
      aria-label={label}
      aria-description={hint === '' ? undefined : hint}
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={() => onHint(hint)}
      onPointerLeave={() => onHint(null)}
      onFocus={() => onHint(hint)}
      onBlur={() => onHint(null)}
      onClick={press}
    >
      {children}
      {keys !== undefined && <Kbd silent>{keys}</Kbd>}
    </button>
  )
}

/** Arrows walk the buttons of a toolbar (ARIA Authoring Practices, Toolbar). False: another key. */
function step(toolbar: HTMLElement, key: string): boolean {
  const buttons = [...toolbar.querySelectorAll('button')]
  const focused = document.activeElement
  const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: -1,
  }
  const to = steps[key]
  if (to === undefined) return false
  buttons.at(to % buttons.length)?.focus()
  return true
}
