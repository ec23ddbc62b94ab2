import { Field } from '@base-ui/react/field'
import { useState } from 'react'
import type { StoryEntry } from '../../../shared/desk/contract.ts'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import styles from '../parts/Form.module.css'
import { useDesk, useDeskAtOnce, useTools } from '../tools.ts'
import { StoryList } from './StoryList.tsx'

// From so many on, looking through the list takes longer than typing.
const SEARCH_FROM = 8

/** Where the host has no open dialog of its own: the stories it may open, to choose from. */
export function StoriesDialog() {
  const open = useDeskAtOnce((state) => state.dialog === 'stories')
  return open ? <Picker /> : null
}

function Picker() {
  const { actions } = useTools()
  const stories = useDesk((state) => state.stories)
  const [sought, setSought] = useState('')
  const found = stories.filter((entry) => matches(entry, sought))
  const choose = (entry: StoryEntry) => {
    actions.showDialog(null)
    actions.open(entry.story)
  }
  const openSample = () => {
    actions.showDialog(null)
    actions.openSample()
  }
  return (
    <DialogFrame
      open
      onClose={() => actions.showDialog(null)}
      title="Open a story"
      lead="Stories of the folder that Galley was started in, and recent ones."
      actions={<Button onClick={openSample}>Open the sample story</Button>}
    >
      {stories.length >= SEARCH_FROM && (
        <Field.Root className={styles.field}>
          <Field.Label className="hidden-text">Search the stories</Field.Label>
          <Field.Control
            className={styles.input}
            type="search"
            placeholder="Search"
            value={sought}
            onValueChange={setSought}
          />
        </Field.Root>
      )}
      {found.length > 0 && <StoryList label="Stories" entries={found} onChoose={choose} />}
      {found.length === 0 && (
        <p>{stories.length === 0 ? 'There are no stories here yet.' : 'No story matches.'}</p>
      )}
      <p className={styles.hint}>
        For another folder, end Galley and start it with the story:
        <code className={styles.typed}>npm start -- path/to/story.txt</code>
      </p>
    </DialogFrame>
  )
}

function matches({ name, headline, folder }: StoryEntry, sought: string): boolean {
  const words = sought.toLocaleLowerCase().split(/\s+/)
  const text = `${headline} ${name} ${folder}`.toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}
