import path from 'node:path'
import type { SidecarFailure } from '../../shared/failure.ts'
import type { Session } from './session.ts'

type Readers = Pick<Session, 'sidecars' | 'privates'>

/** The files of a story that could not be read: sidecars beside it, and the person's private notes. */
export function unreadableOf({ sidecars, privates }: Readers): readonly SidecarFailure[] {
  return [...sidecars.unreadable(), ...privates.unreadable]
}

/** Where such a file lies; null: there is none of that name. */
export function unreadablePath(session: Readers & Pick<Session, 'path'>, file: string): string | null {
  const isBeside = session.sidecars.unreadable().some((failure) => failure.file === file)
  return isBeside ? path.join(path.dirname(session.path), file) : session.privates.unreadableFile(file)
}
