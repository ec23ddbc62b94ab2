import { useRef, useState } from 'react'
import { sentenceFor } from '../../../shared/messages.ts'
import { builtInTags, SCHEME_FILE, type TagScheme } from '../../../shared/tags.ts'
import type { DeskState } from '../../state/model.ts'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { takeFailure, useDesk, useTools } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import { AskFirst } from './AskFirst.tsx'
import { keepDrafts } from './kept-drafts.ts'
import { OwnTagsEditor } from './OwnTagsEditor.tsx'
import { SchemeTags } from './SchemeTags.tsx'
import styles from './Settings.module.css'

const sources: Readonly<Record<TagScheme['source'], string>> = {
  folder: `These tags come from ${SCHEME_FILE} in the folder of the story. To change them, change that file; your colours are your own.`,
  settings: 'These are your own tags, for stories in folders that have no tags of their own.',
  'built-in':
    'These are the tags that come with Galley. You can choose colours, or make tags of your own from them.',
}

/** The tags in use: where they come from, their colours, and one's own ones to be changed. */
export function TagsPanel() {
  const tools = useTools()
  const { actions } = tools
  const source = useDesk((state) => sourceOf(state))
  const problem = useDesk((state) => state.open?.scheme.problem ?? null)
  const isOpen = useDesk((state) => state.open !== null)
  const own = useDesk((state) => state.settings.tags)
  const scheme = useDesk((state) => state.open?.scheme.tags ?? state.settings.tags ?? builtInTags)
  const tags = useTags()
  const [failed, setFailed] = useState<string | null>(null)
  const top = useRef<HTMLParagraphElement>(null)

  const makeOwn = async () => {
    top.current?.focus()
    // The colours chosen so far become those of the tags themselves.
    await actions.changeSettings({ tags, tagColours: {} })
    setFailed(takeFailure(tools))
  }
  const drop = async () => {
    top.current?.focus()
    keepDrafts(null)
    await actions.changeSettings({ tags: null })
    setFailed(takeFailure(tools))
  }
  const share = async () => {
    top.current?.focus()
    const done = await actions.shareTags()
    setFailed(done ? null : takeFailure(tools))
    if (done) actions.announce(`${SCHEME_FILE} written`)
  }
  return (
    <>
      <p ref={top} tabIndex={-1} className={styles.source}>
        {sources[source]}
      </p>
      {problem !== null && <p className={form.error}>{sentenceFor(problem)}</p>}
      {failed !== null && (
        <p role="alert" className={form.error}>
          {failed}
        </p>
      )}
      {source === 'settings' && own !== null ? <OwnTagsEditor tags={own} /> : <SchemeTags scheme={scheme} />}
      {source !== 'folder' && (
        <div className={styles.acts}>
          {source === 'built-in' && <Button onClick={makeOwn}>Make tags of my own</Button>}
          {isOpen && problem === null && <Button onClick={share}>Use as {SCHEME_FILE} in this folder</Button>}
          {source === 'settings' && (
            <AskFirst
              label="Back to the tags that come with Galley"
              question="Your own tags will be gone."
              act={drop}
            />
          )}
        </div>
      )}
    </>
  )
}

/** Where the tags come from; the settings answer before the desk does, and without a story. */
function sourceOf({ open, settings }: DeskState): TagScheme['source'] {
  if (open?.scheme.source === 'folder') return 'folder'
  return settings.tags === null ? 'built-in' : 'settings'
}
