import { Fragment } from 'react'
import { Kbd } from '../parts/Kbd.tsx'
import { TagSwatch } from '../parts/TagSwatch.tsx'
import { tagKey } from '../tag-key.ts'
import { useDesk } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import styles from './MarginCards.module.css'

/** No annotations yet: what to do for the first one. */
export function EmptyMargin() {
  const tags = useTags()
  const settings = useDesk((state) => state.settings)
  const reading = useDesk((state) => state.open?.reading ?? 'no')
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  if (reading !== 'no') {
    const words = reading === 'now' ? 'Reading the annotations…' : 'The annotations could not be read.'
    return <p className={styles.none}>{words}</p>
  }
  return (
    <div className={styles.empty}>
      <h3>No annotations yet</h3>
      <p>
        Select words in the story, then{' '}
        {settings.singleKeys ? 'press a digit or choose a tag' : 'choose a tag'}. Each annotation is saved at
        once, beside the story.
      </p>
      <div className={styles.legend}>
        {tags.map((tag) => {
          const key = tagKey(tag, settings, platform)
          return (
            <Fragment key={tag.id}>
              <TagSwatch tag={tag} />
              <bdi title={tag.description}>{tag.label}</bdi>
              <span>{key !== null && <Kbd>{key}</Kbd>}</span>
            </Fragment>
          )
        })}
      </div>
    </div>
  )
}
