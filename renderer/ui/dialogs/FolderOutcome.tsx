import type { FolderExported } from '../../../shared/desk/contract-export.ts'
import { sentenceForLeftOut } from '../../../shared/messages/left-out.ts'
import { sentenceFor } from '../../../shared/messages.ts'
import { Notice } from '../parts/Notice.tsx'
import styles from './Export.module.css'
import { formatLabel } from './export-formats.ts'
import { folderInWords } from './export-words.ts'

/** What became of the stories of a folder: how many, then what was skipped and why, then what was left out. */
export function FolderOutcome({ outcome }: { readonly outcome: FolderExported }) {
  const { skipped, unreadable, leftOut } = outcome
  const isWhole = skipped.length === 0 && unreadable.length === 0
  return (
    <Notice tone={isWhole ? 'info' : 'warn'}>
      <p role="status">{folderInWords(outcome)}</p>
      <ul className={styles.list}>
        {skipped.map(({ story, format, why }) => (
          <li key={`${story} ${format}`}>
            <strong>
              <bdi>{story}</bdi>
              {format !== null && `, ${formatLabel(format)}`}
            </strong>
            : {sentenceFor(why)}
          </li>
        ))}
        {unreadable.map((failure) => (
          <li key={failure.file}>{sentenceFor(failure)}</li>
        ))}
        {leftOut.flatMap(({ format, leftOut: kinds }) =>
          kinds.map((one) => (
            <li key={`${format} ${one.kind}`}>
              {formatLabel(format)}: {sentenceForLeftOut(one)}
            </li>
          )),
        )}
      </ul>
    </Notice>
  )
}
