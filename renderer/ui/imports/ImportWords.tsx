import type { ImportPreview } from '../../../shared/desk/contract-import.ts'
import { ownTag } from '../../../shared/exchange/tag-table.ts'
import type { TagId } from '../../../shared/units.ts'
import form from '../parts/Form.module.css'
import { useTags } from '../use-tags.ts'
import styles from './Imports.module.css'

interface ImportWordsProps {
  readonly words: ImportPreview['words']
  /** Where others than the proposed ones were chosen. */
  readonly tags: ReadonlyMap<string, TagId>
  readonly onChange: (tags: ReadonlyMap<string, TagId>) => void
}

/** What each word of the other program becomes: a tag of the story, or a tag of its own. */
export function ImportWords({ words, tags, onChange }: ImportWordsProps) {
  const scheme = useTags()
  if (words.length === 0) return null
  const choose = (word: string, tag: string) => onChange(new Map(tags).set(word, tag as TagId))
  return (
    <fieldset className={form.group}>
      <legend className={form.label}>Which tags</legend>
      <div className={styles.words}>
        {words.map(({ word, tag, count }) => {
          const chosen = tags.get(word) ?? tag
          const kept = ownTag(word)
          const inScheme = scheme.some(({ id }) => id === kept)
          return (
            <label key={word} className={styles.word}>
              <span>
                <bdi>{word === '' ? 'No kind given' : word}</bdi>{' '}
                <span className={styles.count}>× {count}</span>
              </span>
              <select
                className={form.input}
                value={chosen}
                onChange={({ target }) => choose(word, target.value)}
              >
                {scheme.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
                {!inScheme && <option value={kept}>Keep as its own tag {isolated(kept)}</option>}
              </select>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

/** An option holds no elements; these two signs do what `<bdi>` does (UAX 9). */
function isolated(word: string): string {
  return `“\u2068${word}\u2069”`
}
