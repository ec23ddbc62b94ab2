import { Fragment } from 'react'
import { builtInTags } from '../../shared/tags.ts'
import styles from './MarginCards.module.css'
import { Kbd } from './parts/Kbd.tsx'
import { TagSwatch } from './parts/TagSwatch.tsx'
import { useDesk } from './tools.ts'

/** No annotations yet: what to do for the first one. */
export function EmptyMargin() {
  const singleKeys = useDesk((state) => state.settings.singleKeys)
  return (
    <div className={styles.empty}>
      <h3>No annotations yet</h3>
      <p>
        Select words in the story, then {singleKeys ? 'press a digit or choose a tag' : 'choose a tag'}. Each
        annotation is saved at once, beside the story.
      </p>
      <div className={styles.legend}>
        {builtInTags.map((tag) => (
          <Fragment key={tag.id}>
            <TagSwatch tag={tag} />
            <span>{tag.label}</span>
            <span>{singleKeys && <Kbd>{tag.key}</Kbd>}</span>
          </Fragment>
        ))}
      </div>
    </div>
  )
}
