import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { useCallback, useEffect, useState } from 'react'
import styles from './ui/App.module.css'
import { StatusBar } from './ui/bars/StatusBar.tsx'
import { TopBar } from './ui/bars/TopBar.tsx'
import { CommandPalette } from './ui/dialogs/CommandPalette.tsx'
import { ExportDialog } from './ui/dialogs/ExportDialog.tsx'
import { ExportFolderDialog } from './ui/dialogs/ExportFolderDialog.tsx'
import { HelpDialog } from './ui/dialogs/HelpDialog.tsx'
import { NameDialog } from './ui/dialogs/NameDialog.tsx'
import { SettingsDialog } from './ui/dialogs/SettingsDialog.tsx'
import { ImportDialog } from './ui/imports/ImportDialog.tsx'
import { LiveRegion } from './ui/LiveRegion.tsx'
import { ErrorBanner } from './ui/notices/ErrorBanner.tsx'
import { LineNotice, type OnLine } from './ui/notices/LineNotice.tsx'
import { Mishap } from './ui/notices/Mishap.tsx'
import { OpeningNote } from './ui/notices/OpeningNote.tsx'
import { Button } from './ui/parts/Button.tsx'
import { Sheet } from './ui/parts/Sheet.tsx'
import { DropTarget } from './ui/stories/DropTarget.tsx'
import { StoriesDialog } from './ui/stories/StoriesDialog.tsx'
import { StoriesRail } from './ui/stories/StoriesRail.tsx'
import { Welcome } from './ui/stories/Welcome.tsx'
import { useDesk, useTools } from './ui/tools.ts'
import { RAIL_FITS, SIDE_FITS, useMedia } from './ui/use-media.ts'
import { useTheme } from './ui/use-theme.ts'
import { useWindowKeys } from './ui/use-window-keys.ts'
import { Workspace } from './ui/Workspace.tsx'

/** The window: bar, stories, page, annotations, status; dialogs over it. */
export function App({ onLine }: { readonly onLine: OnLine }) {
  useTheme()
  useWindowKeys()
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider>
        <LineNotice onLine={onLine} />
        <Parts />
        <NameDialog />
        <SettingsDialog />
        <HelpDialog />
        <CommandPalette />
        <ExportDialog />
        <ExportFolderDialog />
        <ImportDialog />
        <StoriesDialog />
        <OpeningNote />
        <DropTarget />
        <LiveRegion />
      </Tooltip.Provider>
    </CSPProvider>
  )
}

function Parts() {
  const opened = useDesk((state) => state.open?.opened ?? null)
  const railFits = useMedia(RAIL_FITS)
  const sideFits = useMedia(SIDE_FITS)
  const [sheet, setSheet] = useState<'stories' | 'annotations' | null>(null)
  const name = opened?.story.name
  useEffect(() => {
    document.title = name === undefined ? 'Galley' : `${name} — Galley`
  }, [name])

  const closeSheet = useCallback(() => setSheet(null), [])
  const showAnnotations = useCallback((shown: boolean) => setSheet(shown ? 'annotations' : null), [])
  const isOpen = opened !== null
  return (
    <div className={styles.window}>
      <TopBar
        showStories={isOpen && !railFits ? () => setSheet('stories') : null}
        showAnnotations={isOpen && !sideFits ? () => setSheet('annotations') : null}
      />
      {isOpen && railFits && <StoriesRail />}
      {isOpen && !railFits && (
        <Sheet open={sheet === 'stories'} onClose={closeSheet} title="Stories" side="start">
          <StoriesRail onChosen={closeSheet} />
        </Sheet>
      )}
      {isOpen ? (
        <Mishap>
          <Workspace opened={opened} sheet={sheet === 'annotations'} onSheet={showAnnotations} />
        </Mishap>
      ) : (
        <NothingOpen />
      )}
      {isOpen && <StatusBar />}
    </div>
  )
}

/** Before the first story: the start, the wait for a story, the welcome page. */
function NothingOpen() {
  const { actions } = useTools()
  const hasBegun = useDesk((state) => state.beginning !== null)
  const opening = useDesk((state) => state.opening)
  if (hasBegun && opening === null) return <Welcome />
  return (
    <main className={styles.waiting} data-region="main" aria-label="Opening">
      <ErrorBanner />
      {opening !== null && (
        <>
          <h1 className={styles.wait}>
            Opening <bdi>{opening}</bdi>…
          </h1>
          <Button className={styles.cancel} onClick={() => actions.cancelOpening()}>
            Cancel
          </Button>
        </>
      )}
    </main>
  )
}
