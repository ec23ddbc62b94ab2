import { PencilLine } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { OpenedStory } from '../../../shared/desk/contract.ts'
import type { EditorHandle } from '../../editor/handle.ts'
import { Kbd } from '../parts/Kbd.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import styles from './Page.module.css'

/** Id of the element that scrolls the story. */
export const STORY_SCROLL = 'story-scroll'

interface PageProps {
  readonly opened: OpenedStory
  /** Called with the editor when it stands, with null before it goes. */
  readonly onEditor: (editor: EditorHandle | null) => void
  /** The focus came into the page. */
  readonly onFocus: () => void
  /** Over the page: notices. */
  readonly notices: ReactNode
  /** Laid over or beside the scrolling story: the ruler, the popover, handles. */
  readonly children: ReactNode
}

/** The story on its paper. This component, and no other, makes and ends the editor. */
export function Page({ opened, onEditor, onFocus, notices, children }: PageProps) {
  const { actions } = useTools()
  const host = useRef<HTMLDivElement>(null)
  const mode = useDesk((state) => state.open?.editor.mode ?? 'annotate')
  // The annotations of then are others for each opening, and the same when the story is saved and has a new version.
  const opening = opened.annotations
  // biome-ignore lint/correctness/useExhaustiveDependencies: a story that was opened again needs a new editor
  useEffect(() => {
    if (host.current === null) return
    const unmount = actions.mountEditor(host.current)
    onEditor(actions.editor())
    // Opening a story is going to it: the next key is for the text.
    actions.editor()?.focus()
    return () => {
      onEditor(null)
      unmount()
    }
  }, [actions, opening, onEditor])
  useAllMarksOnPaper()
  const named = useDesk((state) => state.person !== null)
  // The keys belong to the story as soon as it stands, and again when the question for the name is answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a story that was opened again wants the focus again
  useEffect(() => {
    if (named) actions.editor()?.focus()
  }, [actions, opening, named])
  return (
    <main className={styles.page} data-region="main" aria-label="Story" onFocus={onFocus}>
      {notices}
      <div className={styles.stage}>
        <div ref={host} id={STORY_SCROLL} className={styles.scroll} data-mode={mode} />
        {mode === 'edit' && <EditingLabel />}
        {children}
      </div>
    </main>
  )
}

/** Only what is in sight has its marks on the screen; a print has all of them. */
function useAllMarksOnPaper() {
  const { actions, store } = useTools()
  useEffect(() => {
    const stopped = new AbortController()
    const { signal } = stopped
    window.addEventListener('beforeprint', () => actions.editor()?.drawAll(true), { signal })
    const back = () => actions.editor()?.drawAll(store.get().settings.allMarks)
    window.addEventListener('afterprint', back, { signal })
    return () => stopped.abort()
  }, [actions, store])
}

/** Stands on the edge of the paper while the text can be typed into. */
function EditingLabel() {
  const keys = useKeyboard().label('edit-text')
  return (
    <p className={styles.editing}>
      <PencilLine size={13} aria-hidden="true" />
      <b>Editing text</b>
      {keys !== undefined && (
        <span className={styles.editingHint}>
          <Kbd>{keys}</Kbd> to annotate
        </span>
      )}
    </p>
  )
}
