import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import {
  type ChangeEvent,
  type KeyboardEvent,
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useEditor } from '../editor-context.ts'
import { Button } from '../parts/Button.tsx'
import { useDesk, useDeskAtOnce, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import styles from './FindBar.module.css'
import { foundInWords } from './found-words.ts'

/** Looks for words in the story while they are typed. What was looked for last is there again. */
export const FindBar = memo(function FindBar() {
  const finding = useDeskAtOnce((state) => state.finding && state.open !== null)
  const [query, setQuery] = useState('')
  return finding ? <Bar query={query} onQuery={setQuery} /> : null
})

interface BarProps {
  readonly query: string
  readonly onQuery: (query: string) => void
}

function Bar({ query, onQuery }: BarProps) {
  const { actions } = useTools()
  const editor = useEditor()
  const keyboard = useKeyboard()
  const found = useDesk((state) => state.open?.editor.find ?? null)
  const field = useRef<HTMLInputElement>(null)
  const composing = useRef(false)
  const find = useFindNextFrame()
  useSaidCount(query)

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor that just came is asked once, for what stands there
  useEffect(() => {
    if (query !== '') editor?.find(query)
  }, [editor])
  useLayoutEffect(() => {
    const select = () => {
      field.current?.focus()
      field.current?.select()
    }
    select()
    return actions.onFind(select)
  }, [actions])

  const typed = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onQuery(currentTarget.value)
    // Half a syllable of an input method is not yet what a person looks for.
    if (!composing.current) find(currentTarget.value)
  }
  const close = () => {
    actions.showFind(false)
    editor?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault()
      editor?.findStep(event.shiftKey ? -1 : 1)
    }
  }
  const words = found !== null && found.query === query ? foundInWords(found) : ''
  const none = found?.count === 0 && found.query === query
  const steps = [
    ['find-previous', 'Previous', -1, ChevronUp],
    ['find-next', 'Next', 1, ChevronDown],
  ] as const
  return (
    <search className={styles.bar} aria-label="Find in the story" onKeyDown={onKeyDown}>
      <Search className={styles.icon} size={15} aria-hidden="true" />
      <input
        ref={field}
        className={styles.field}
        type="text"
        dir="auto"
        value={query}
        aria-label="Find in the story"
        placeholder="Find in the story"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={typed}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={({ currentTarget }) => {
          composing.current = false
          find(currentTarget.value)
        }}
      />
      <span className={styles.count} data-none={none || undefined} aria-hidden="true">
        {words}
      </span>
      {steps.map(([command, label, step, Icon]) => (
        <Button
          key={command}
          kind="quiet"
          small
          icon
          aria-label={label}
          title={[label, keyboard.label(command)].filter(Boolean).join(' · ')}
          aria-disabled={(found?.count ?? 0) === 0}
          onClick={() => editor?.findStep(step)}
        >
          <Icon size={16} aria-hidden="true" />
        </Button>
      ))}
      <Button kind="quiet" small icon aria-label="Close the search" title="Close · Esc" onClick={close}>
        <X size={16} aria-hidden="true" />
      </Button>
    </search>
  )
}

/** At most once a frame, with what was typed last: the field never waits for the story. */
function useFindNextFrame(): (query: string) => void {
  const editor = useEditor()
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])
  return (query) => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => editor?.find(query === '' ? null : query))
  }
}

// In milliseconds: said when the hands rest, not for each letter.
const QUIET = 600

/** Says how many were found of what was typed; a step among them is said by the editor. */
function useSaidCount(query: string): void {
  const { actions, store } = useTools()
  useEffect(() => {
    if (query === '') return
    const timer = setTimeout(() => {
      const found = store.get().open?.editor.find ?? null
      if (found?.query === query) actions.announce(foundInWords(found))
    }, QUIET)
    return () => clearTimeout(timer)
  }, [actions, store, query])
}
