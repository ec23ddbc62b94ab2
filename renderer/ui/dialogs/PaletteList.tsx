import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Kbd } from '../parts/Kbd.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import { useTags } from '../use-tags.ts'
import styles from './CommandPalette.module.css'
import { type PaletteChoice, paletteChoices } from './palette-choices.ts'
import { rankChoices } from './rank-choices.ts'

// Beyond this one types another letter rather than look.
const MOST_ROWS = 100
// How far Page up and down go.
const PAGE = 8

interface PaletteListProps {
  /** Ids of what was chosen before, the last first. */
  readonly recent: readonly string[]
  readonly onChoose: (choice: PaletteChoice) => void
  readonly onClose: () => void
}

/** A field and, under it, what fits (ARIA Authoring Practices, Combobox with list). */
export function PaletteList({ recent, onChoose, onClose }: PaletteListProps) {
  const { runner, actions } = useTools()
  const stories = useDesk((state) => state.stories)
  const tags = useTags()
  const keyboard = useKeyboard()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  // What can be done is asked once: nothing changes while the palette lies over the story.
  const all = useMemo(
    () => paletteChoices({ tags, stories, keyboard, can: runner.can }),
    [tags, stories, keyboard, runner],
  )
  const rows = useMemo(() => rankChoices(query, all, recent).slice(0, MOST_ROWS), [query, all, recent])
  const optionId = (index: number) => `${listId}-${index}`
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (choice: PaletteChoice | undefined) => {
    if (choice === undefined) return
    if (choice.possible) onChoose(choice)
    else actions.announce(`${choice.label}: not now`)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = Math.max(0, rows.length - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
    }
    const to = steps[event.key]
    const again = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
    if (to !== undefined) setAt(to)
    else if (event.key === 'Enter') choose(rows[at])
    else if (again) onClose()
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        className={styles.field}
        type="text"
        role="combobox"
        aria-label="Search the commands"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={rows.length > 0 ? optionId(at) : undefined}
        placeholder="Search the commands and stories"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} className={styles.list} role="listbox" aria-label="Commands">
        {rows.map((choice, index) => (
          <Row
            key={choice.id}
            id={optionId(index)}
            choice={choice}
            current={index === at}
            onChoose={choose}
          />
        ))}
      </div>
      <p className={styles.none} role="status">
        {rows.length === 0 && 'Nothing is called that.'}
      </p>
    </>
  )
}

interface RowProps {
  readonly id: string
  readonly choice: PaletteChoice
  readonly current: boolean
  readonly onChoose: (choice: PaletteChoice) => void
}

function Row({ id, choice, current, onChoose }: RowProps) {
  const { label, group, keys, possible } = choice
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
    <div
      id={id}
      className={styles.row}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      aria-disabled={!possible || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(choice)}
    >
      <bdi className={styles.label}>{label}</bdi>
      <bdi className={styles.group}>{possible ? group : 'Not now'}</bdi>
      <span className={styles.keys}>
        {keys.map((one) => (
          <Kbd key={one}>{one}</Kbd>
        ))}
      </span>
    </div>
  )
}
