import { useCallback, useEffect, useMemo, useState } from 'react'
import { isPlaced } from '../../shared/annotation/annotation.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { AnnotationId } from '../../shared/units.ts'
import type { EditorHandle } from '../editor/handle.ts'
import { EditorContext, type FocusWish } from './editor-context.ts'
import { ErrorBanner } from './notices/ErrorBanner.tsx'
import { StoryNotices } from './notices/StoryNotices.tsx'
import { BorderHandles } from './page/BorderHandles.tsx'
import { FindBar } from './page/FindBar.tsx'
import { HoverCard } from './page/HoverCard.tsx'
import { JumpLabels } from './page/JumpLabels.tsx'
import { Page } from './page/Page.tsx'
import { PageSign } from './page/PageSign.tsx'
import { Ruler } from './page/Ruler.tsx'
import { SelectionPopover } from './page/SelectionPopover.tsx'
import { Sheet } from './parts/Sheet.tsx'
import { SidePanel } from './SidePanel.tsx'
import { useDesk, useTools } from './tools.ts'
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
  const { wish, showDoubts } = useFocusWish(sideFits, onSheet)
  useListForOrphan()
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
            <StoryNotices onShowDoubts={showDoubts} />
          </>
        }
      >
        <FindBar />
        <Ruler />
        <BorderHandles />
        <JumpLabels />
        <PageSign />
        <SelectionPopover />
        <HoverCard />
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

/** The keys came to a mark that is nowhere in the text: only the list has its card. */
function useListForOrphan() {
  const { actions } = useTools()
  const active = useDesk(({ open }) => (open?.editor.mode === 'annotate' ? open.editor.active : null))
  const annotations = useDesk(({ open }) => open?.editor.contents)
  const orphan = useMemo(() => {
    const found = active === null ? undefined : annotations?.find(({ id }) => id === active)
    return found === undefined || isPlaced(found) ? null : found.id
  }, [active, annotations])
  useEffect(() => {
    if (orphan !== null) actions.showPanel('list')
  }, [actions, orphan])
}

/**
 * `N` and `Enter` in the story ask for the card of the active annotation; it is brought where it can be seen. So is
 * the list of those that need a person, when it is asked for.
 */
function useFocusWish(sideFits: boolean, onSheet: (open: boolean) => void) {
  const { actions, store } = useTools()
  const [wish, setWish] = useState<FocusWish | null>(null)
  useEffect(() => {
    const ask = (part: 'note' | 'card') => (id: AnnotationId) => {
      const found = store.get().open?.editor.annotations.find((annotation) => annotation.id === id)
      if (found === undefined) return
      actions.showPanel(isPlaced(found) ? 'margin' : 'list')
      actions.editor()?.activate(id, { scroll: true })
      if (!sideFits) onSheet(true)
      setWish({ id, part })
    }
    const stopNote = actions.onNote(ask('note'))
    const stopCard = actions.onCard(ask('card'))
    const stopFilter = actions.onFilter(() => {
      if (!sideFits) onSheet(true)
      setWish({ id: null, part: 'filter' })
    })
    return () => {
      stopNote()
      stopCard()
      stopFilter()
    }
  }, [actions, store, sideFits, onSheet])
  const showDoubts = useCallback(
    (first: AnnotationId) => {
      actions.setFilter({ attention: true })
      actions.showPanel('list')
      if (!sideFits) onSheet(true)
      setWish({ id: first, part: 'row' })
    },
    [actions, sideFits, onSheet],
  )
  return { wish, showDoubts }
}
