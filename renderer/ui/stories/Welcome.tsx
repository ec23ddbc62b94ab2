import { FolderOpen } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { StoryEntry } from '../../../shared/desk/contract.ts'
import { FORMATS_IN_WORDS } from '../../../shared/story/formats.ts'
import { ErrorBanner } from '../notices/ErrorBanner.tsx'
import { Button } from '../parts/Button.tsx'
import { Kbd } from '../parts/Kbd.tsx'
import { tagKey } from '../tag-key.ts'
import { tagStyle } from '../tag-style.ts'
import { useDesk, useTools } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import { StoryList } from './StoryList.tsx'
import styles from './Welcome.module.css'

// The rest is in the picker: a page to start from, not to search.
const SHOWN = 8

/** Nothing is open: what Galley is for, and the ways to a story. */
export function Welcome() {
  const { actions, runner } = useTools()
  const stories = useDesk((state) => state.stories)
  const choose = (entry: StoryEntry) => actions.open(entry.story)
  const inFolder = stories.filter((entry) => entry.group === 'folder').slice(0, SHOWN)
  const recent = stories.filter((entry) => entry.group === 'recent').slice(0, SHOWN)
  const page = useRef<HTMLElement>(null)
  // Where a story was closed the focus is nowhere: the next Tab goes to the first thing on this page.
  useEffect(() => {
    if (document.activeElement === document.body) page.current?.focus()
  }, [])
  return (
    <main ref={page} className={styles.page} data-region="main" aria-label="Welcome" tabIndex={-1}>
      <ErrorBanner />
      <div className={styles.sheet}>
        <div>
          <h1 className={styles.title}>What does the story say, and how do you know?</h1>
          <p className={styles.line}>
            Mark what is fact, what is judgement, where it comes from and what the pictures show. Every mark
            is saved beside the story, for everyone who opens the folder.
          </p>
          <div className={styles.start}>
            <Button kind="primary" onClick={() => runner.run('open')}>
              <FolderOpen size={16} aria-hidden="true" />
              Open story…
            </Button>
            <Button onClick={() => actions.openSample()}>Try the sample story</Button>
          </div>
          <p className={styles.hint}>Or drop a story on this window: {FORMATS_IN_WORDS}.</p>
          <Stories title={`In ${inFolder[0]?.folder ?? ''}`} entries={inFolder} onChoose={choose} />
          <Stories title="Recent" entries={recent} onChoose={choose} />
        </div>
        <Tags />
      </div>
    </main>
  )
}

interface StoriesProps {
  readonly title: string
  readonly entries: readonly StoryEntry[]
  readonly onChoose: (entry: StoryEntry) => void
}

function Stories({ title, entries, onChoose }: StoriesProps) {
  if (entries.length === 0) return null
  return (
    <section className={styles.stories}>
      <h2 className={styles.heading} dir="auto">
        {title}
      </h2>
      <StoryList label={title} entries={entries} onChoose={onChoose} />
    </section>
  )
}

/** What each tag means, drawn as its marks are. */
function Tags() {
  const tags = useTags()
  const settings = useDesk((state) => state.settings)
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  return (
    <section className={styles.tags} aria-label="Tags">
      {tags.map((tag) => {
        const key = tagKey(tag, settings, platform)
        return (
          <div key={tag.id} className={styles.tag} style={tagStyle(tag)}>
            <span className={styles.name} data-line={tag.line}>
              <bdi>{tag.label}</bdi>
            </span>
            {key !== null && <Kbd>{key}</Kbd>}
            <p className={styles.what} dir="auto">
              {tag.description}
            </p>
          </div>
        )
      })}
    </section>
  )
}
