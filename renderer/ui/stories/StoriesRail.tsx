import { FolderOpen } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { StoryEntry } from '../../../shared/desk/contract.ts'
import { Button } from '../parts/Button.tsx'
import { useDesk, useTools } from '../tools.ts'
import { OpenStoryProgress } from './OpenStoryProgress.tsx'
import styles from './StoriesRail.module.css'

interface StoriesRailProps {
  /** Stands in a sheet, which closes when a story was chosen. */
  readonly onChosen?: () => void
}

/** The stories of the folder, then those opened lately elsewhere. */
export const StoriesRail = memo(function StoriesRail({ onChosen }: StoriesRailProps) {
  const stories = useDesk((state) => state.stories)
  const { runner } = useTools()
  const inFolder = stories.filter((entry) => entry.group === 'folder')
  const recent = stories.filter((entry) => entry.group === 'recent')
  const open = () => {
    onChosen?.()
    runner.run('open')
  }
  return (
    <nav
      className={styles.rail}
      aria-label="Stories"
      data-region="nav"
      data-sheet={onChosen === undefined ? undefined : true}
    >
      {inFolder.length > 0 && <Group title={folderTitle(inFolder)} entries={inFolder} onChosen={onChosen} />}
      {recent.length > 0 && <Group title="Recent" entries={recent} onChosen={onChosen} />}
      {stories.length === 0 && <p className={styles.empty}>No other stories in this folder.</p>}
      <div className={styles.foot}>
        <Button onClick={open}>
          <FolderOpen size={16} aria-hidden="true" />
          Open story…
        </Button>
      </div>
    </nav>
  )
})

function folderTitle(entries: readonly StoryEntry[]): string {
  const stories = entries.length === 1 ? '1 story' : `${entries.length} stories`
  return `${entries[0]?.folder ?? ''} · ${stories}`
}

interface GroupProps {
  readonly title: string
  readonly entries: readonly StoryEntry[]
  readonly onChosen: (() => void) | undefined
}

function Group({ title, entries, onChosen }: GroupProps) {
  return (
    <section className={styles.group}>
      <h2 className={styles.heading} dir="auto">
        {title}
      </h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.story}>
            <Story entry={entry} onChosen={onChosen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Story({
  entry,
  onChosen,
}: {
  readonly entry: StoryEntry
  readonly onChosen: (() => void) | undefined
}) {
  const isOpen = useDesk((state) => state.open?.opened.id === entry.story)
  const isOpening = useDesk((state) => state.opening === entry.name && !isOpen)
  const { actions } = useTools()
  const row = useRef<HTMLButtonElement>(null)
  // Opened from elsewhere it may stand far down in its folder.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const choose = () => {
    onChosen?.()
    if (!isOpen) actions.open(entry.story)
  }
  const under = entry.group === 'recent' ? `${entry.name} · ${entry.folder}` : entry.name
  return (
    <button
      ref={row}
      type="button"
      className={styles.story}
      aria-current={isOpen || undefined}
      onClick={choose}
    >
      <span className={styles.headline} dir="auto">
        {entry.headline || entry.name}
      </span>
      {isOpen ? (
        <OpenStoryProgress className={styles.under ?? ''} />
      ) : (
        <span className={styles.under}>
          {isOpening ? 'Opening…' : entry.headline === '' ? entry.folder : under}
        </span>
      )}
    </button>
  )
}
