import { Plus } from 'lucide-react'
import { useState } from 'react'
import { MOST_TAGS } from '../../../shared/tags/read-tags.ts'
import type { Tag } from '../../../shared/tags.ts'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { useTools } from '../tools.ts'
import { AskFirst } from './AskFirst.tsx'
import { changed, moved, withKey, withNewTag, withoutTag } from './own-tags.ts'
import settings from './Settings.module.css'
import { TagColours } from './TagColours.tsx'
import { TagForm } from './TagForm.tsx'
import { TagItem } from './TagItem.tsx'
import styles from './Tags.module.css'
import { previewOf, savedIds, type TagDraft } from './tag-drafts.ts'
import { useOwnTags } from './use-own-tags.ts'

/** A person's own tags, to be changed. */
export function OwnTagsEditor({ tags }: { readonly tags: readonly Tag[] }) {
  const { actions } = useTools()
  const { drafts, faults, edit, discard } = useOwnTags(tags)
  const [opened, setOpened] = useState<string | null>(null)
  const previews = drafts.map(previewOf)
  const ids = savedIds(drafts)
  const add = () => {
    const next = withNewTag(drafts)
    const added = next.find((draft) => drafts.every(({ id }) => id !== draft.id))
    edit(next)
    setOpened(added?.id ?? opened)
    actions.announce('Tag added')
  }
  const remove = (draft: TagDraft) => {
    edit(withoutTag(drafts, draft.id))
    setOpened(null)
    actions.announce(`Tag ${draft.label} deleted`)
    document.getElementById(ADD)?.focus()
  }
  const giveUp = () => {
    discard()
    setOpened(null)
    actions.announce('Back to the saved tags')
    document.getElementById(ADD)?.focus()
  }
  return (
    <>
      <ul className={styles.tagList} aria-label="Your tags">
        {drafts.map((draft, index) => {
          const tag = previewOf(draft)
          return (
            <TagItem
              key={draft.id}
              tag={tag}
              open={opened === draft.id}
              onOpen={(open) => setOpened(open ? draft.id : null)}
            >
              <TagForm
                draft={draft}
                id={ids[index] ?? draft.id}
                onChange={(change) => edit(changed(drafts, draft.id, change))}
                onKey={(key) => edit(withKey(drafts, draft.id, key))}
                onMove={(by) => edit(moved(drafts, draft.id, by))}
                onDelete={drafts.length > 1 ? () => remove(draft) : null}
                faultAt={(path) => faults.get(`tags[${index}].${path}`)}
              />
              <TagColours
                tag={tag}
                others={previews.filter((one) => one.id !== draft.id)}
                onChange={(colours) => edit(changed(drafts, draft.id, colours))}
                reset={null}
              />
            </TagItem>
          )
        })}
      </ul>
      {faults.size > 0 && (
        <div className={settings.acts}>
          <p role="status" className={form.error}>
            Not saved until this is right: {faultSummary(faults, drafts)}
          </p>
          <AskFirst label="Back to the saved tags" question="What is not saved will be gone." act={giveUp} />
        </div>
      )}
      <div>
        <Button id={ADD} aria-disabled={drafts.length >= MOST_TAGS} onClick={add}>
          <Plus size={15} aria-hidden="true" />
          Add a tag
        </Button>
        {drafts.length >= MOST_TAGS && <p className={form.hint}>There are nine keys, so nine tags.</p>}
      </div>
    </>
  )
}

const ADD = 'add-tag'

/** Which tag it is about, for those that are folded. */
function faultSummary(faults: ReadonlyMap<string, string>, drafts: readonly TagDraft[]): string {
  const [[path, sentence] = ['', '']] = faults
  const index = Number(/^tags\[(\d+)\]/.exec(path)?.[1])
  const draft = drafts[index]
  return draft === undefined ? sentence : `“${previewOf(draft).label}”. ${sentence}`
}
