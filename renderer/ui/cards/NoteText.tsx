import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { PrivateLock } from './PrivateLock.tsx'

interface NoteTextProps {
  readonly annotation: Pick<Annotation, 'note' | 'private'>
  readonly className: string | undefined
  /** Of the element that holds a note; in a button only `span` may. */
  readonly as?: 'p' | 'span'
  /** As much of a note as is shown; absent: all. */
  readonly cut?: (words: string) => string
}

/** The note to be read: the one for everybody, then the person's own behind a lock. */
export function NoteText({ annotation, className, as: Part = 'p', cut = (words) => words }: NoteTextProps) {
  const { note, private: part } = annotation
  const own = part?.note ?? ''
  return (
    <>
      {note !== '' && (
        <Part className={className} dir="auto">
          {cut(note)}
        </Part>
      )}
      {own !== '' && (
        <Part className={className} dir="auto" data-private>
          <PrivateLock />
          {cut(own)}
        </Part>
      )}
    </>
  )
}
