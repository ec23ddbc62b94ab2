import { useCallback, useEffect, useState } from 'react'
import { isPlaced } from '../../shared/annotation/annotation.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { EditorHandle } from '../editor/handle.ts'
import { ErrorBanner } from './ErrorBanner.tsx'
import { EditorContext, type FocusWish } from './editor-context.ts'
import { Page } from './Page.tsx'
import { Sheet } from './parts/Sheet.tsx'
import { Ruler } from './Ruler.tsx'
import { SelectionPopover } from './SelectionPopover.tsx'
import { SidePanel } from './SidePanel.tsx'
import { StoryNotices } from './StoryNotices.tsx'
import { useTools } from './tools.ts'
import { SIDE_FITS, useMedia } from './use-media.ts'

interface WorkspaceProps {
  readonly opened: OpenedStory
  /** The annotations as a sheet, in a narrow window. */
  readonly sheet: boolean
  readonly onSheet: (open: boolean) => void
}

/** An open story: the page, and its annotations beside it or over it. */
export function Workspace({ opened, sheet, onSheet }: WorkspaceProps) {
  const [editor, setEditor] = useState<EditorHandle | null>(null)
  const sideFits = useMedia(SIDE_FITS)
  const wish = useFocusWish(sideFits, onSheet)
  const closeSheet = useCallback(() => onSheet(false), [onSheet])
  return (
    <EditorContext value={editor}>
      <Page
        opened={opened}
        onEditor={setEditor}
        onFocus={closeSheet}
        notices={
          <>
            <ErrorBanner />
            <StoryNotices />
          </>
        }
      >
        <Ruler length={opened.story.text.length} />
        <SelectionPopover />
      </Page>
      {sideFits ? (
        <SidePanel wish={wish} />
      ) : (
        <Sheet open={sheet} onClose={closeSheet} title="Annotations" side="end">
          <SidePanel wish={wish} sheet onChosen={closeSheet} />
        </Sheet>
      )}
    </EditorContext>
  )
}

/** `N` and `Enter` in the story ask for the card of the active annotation; it is brought where it can be seen. */
function useFocusWish(sideFits: boolean, onSheet: (open: boolean) => void): FocusWish | null {
  const { actions, store } = useTools()
  const [wish, setWish] = useState<FocusWish | null>(null)
  useEffect(() => {
    const ask = (part: FocusWish['part']) => (id: FocusWish['id']) => {
      const found = store.get().open?.editor.annotations.find((annotation) => annotation.id === id)
      if (found === undefined) return
      actions.showPanel(isPlaced(found) ? 'margin' : 'list')
      actions.editor()?.activate(id, { scroll: true })
      if (!sideFits) onSheet(true)
      setWish({ id, part })
    }
    const stopNote = actions.onNote(ask('note'))
    const stopCard = actions.onCard(ask('card'))
    return () => {
      stopNote()
      stopCard()
    }
  }, [actions, store, sideFits, onSheet])
  return wish
}
