import type { Input } from '../../../shared/desk/contract.ts'
import { personName } from '../../../shared/desk/person-name.ts'
import type { Failure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { AnnotatorId, DeviceId } from '../../../shared/units.ts'
import type { Writer } from '../../storage/sidecar-file.ts'
import type { Persona } from '../persona.ts'

/** Who writes for each author of the file. Nobody is made known by a dry run. */
export async function writersFor(
  { authors, dry = false }: Pick<Input<'importMarks'>, 'authors' | 'dry'>,
  persona: Persona,
): Promise<Result<ReadonlyMap<string | null, Writer>, Failure>> {
  const me = await persona.person()
  const writers = new Map<string | null, Writer>()
  for (const { author, name: typed, own = false } of authors) {
    const name = personName(typed)
    if (!name.ok) return name
    const known = await persona.writerKnownAs(name.value)
    if (known !== null && known.annotator === me?.id && !own) {
      return err({ kind: 'import-own-name', name: name.value })
    }
    writers.set(author, known ?? (dry ? nobody(name.value) : await persona.writerNamed(name.value)))
  }
  return ok(writers)
}

/** Somebody who is not known on this computer, for a dry run. */
export function nobody(name: string): Writer {
  return { annotator: `nobody: ${name}` as AnnotatorId, name, device: '' as DeviceId }
}
