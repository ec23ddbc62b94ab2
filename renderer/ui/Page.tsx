import { PencilLine } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { findCommand } from '../../shared/desk/commands.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { EditorHandle } from '../editor/handle.ts'
import { keyLabel } from './key-label.ts'
import styles from './Page.module.css'
import { Kbd } from './parts/Kbd.tsx'
import { useDesk, useTools } from './tools.ts'

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
  /** Laid over or beside the scrolling story: the ruler, the popover. */
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

/** Stands on the edge of the paper while the text can be typed into. */
function EditingLabel() {
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  const [keys = ''] = findCommand('edit-text').keys
  return (
    <p className={styles.editing}>
      <PencilLine size={13} aria-hidden="true" />
      <b>Editing text</b>
      <span className={styles.editingHint}>
        <Kbd>{keyLabel(keys, platform)}</Kbd> to annotate
      </span>
    </p>
  )
}
