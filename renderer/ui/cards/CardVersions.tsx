import type { Annotation, PublicContent } from '../../../shared/annotation/annotation.ts'
import { findTag } from '../../../shared/tags.ts'
import { Button } from '../parts/Button.tsx'
import { tagName } from '../tag-name.ts'
import { useTags } from '../use-tags.ts'
import styles from './Card.module.css'
import { FieldChips } from './FieldChips.tsx'

interface CardVersionsProps {
  readonly annotation: Annotation
  /** null: someone else's; they decide. */
  readonly choose: ((content: PublicContent) => void) | null
}

/** The same annotation was changed on two computers at once: both versions, to choose from. */
export function CardVersions({ annotation, choose }: CardVersionsProps) {
  const { alternatives, tag, note, fields } = annotation
  const tags = useTags()
  if (alternatives.length === 0) return null
  const versions: readonly PublicContent[] = [{ tag, note, fields }, ...alternatives]
  return (
    <section className={styles.versions}>
      <h4>{versions.length === 2 ? 'Two versions' : `${versions.length} versions`}</h4>
      <p>Changed on more than one computer at the same time.</p>
      <ul>
        {versions.map((version) => (
          <li key={JSON.stringify(version)} className={styles.version}>
            <strong dir="auto">{tagName(tags, version.tag)}</strong>
            {version.note !== '' && <p dir="auto">{version.note}</p>}
            <FieldChips tag={findTag(tags, version.tag)} fields={version.fields} />
            {choose !== null && (
              <Button small onClick={() => choose(version)}>
                Keep this one
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
