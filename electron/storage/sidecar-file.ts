import path from 'node:path'
import { isAbout, isWrittenBy } from '../../shared/annotation/ownership.ts'
import { parseSidecar } from '../../shared/annotation/sidecar-codec.ts'
import { sidecarName, slugOf } from '../../shared/annotation/sidecar-name.ts'
import { serialiseSidecar } from '../../shared/annotation/sidecar-print.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { err } from '../../shared/result.ts'
import type { AnnotatorId, DeviceId } from '../../shared/units.ts'
import { type Codec, DurableJsonFile, SIDECAR_LIMIT } from './durable-json-file.ts'
import { sha256 } from './hash.ts'

/** An annotator on one device: the only one who writes a sidecar. */
export interface Writer {
  readonly annotator: AnnotatorId
  readonly name: string
  readonly device: DeviceId
}

const anyWriters: Codec<Sidecar> = { parse: parseSidecar, serialise: serialiseSidecar }

/** A sidecar of anybody's, for reading. */
export function foreignSidecar(file: string): DurableJsonFile<Sidecar> {
  return new DurableJsonFile(file, anyWriters, { newFileMode: 0o600, limit: SIDECAR_LIMIT })
}

/**
 * A sidecar of one writer. Somebody else's annotations under its name count as unreadable, so they stay.
 * @param newFileMode who may read it: beside a story everybody who may by the mask, in the data folder only we.
 */
export function ownSidecar(file: string, owner: Sidecar, newFileMode: number): DurableJsonFile<Sidecar> {
  const annotator = owner.creator.id as AnnotatorId
  const device = owner['galley:device'] as DeviceId
  const story = owner['galley:story']['galley:name']
  const codec: Codec<Sidecar> = {
    parse(text, name) {
      const parsed = parseSidecar(text, name)
      if (!parsed.ok) return parsed
      if (!isWrittenBy(parsed.value, annotator, device)) {
        const found = `annotations of ${parsed.value.creator.name}`
        return err({ kind: 'sidecar-foreign', file: name, found })
      }
      if (isAbout(parsed.value, story)) return parsed
      return err({ kind: 'sidecar-foreign', file: name, found: 'annotations of another story' })
    },
    serialise: serialiseSidecar,
  }
  return new DurableJsonFile(file, codec, { newFileMode, limit: SIDECAR_LIMIT })
}

/** 8 hex of SHA-256 over the story's name in NFC; marks a name that was cut. */
export function nameHash8(storyName: string): string {
  return sha256(storyName.normalize('NFC')).slice(0, 8)
}

export function writerHash8(writer: Writer): string {
  return sha256(writer.annotator + writer.device).slice(0, 8)
}

/**
 * The name that a writer's sidecar gets when there is none yet.
 * @param number from 2 on: another name, where the first is taken by what the writer made for another story.
 */
export function freshSidecarName(storyName: string, writer: Writer, number = 1): string {
  const slug = slugOf(writer.name)
  const numbered = number === 1 ? slug : `${slug.slice(0, 20).replace(/-$/, '')}-${number}`
  return sidecarName(storyName, numbered, writerHash8(writer), nameHash8(storyName))
}

/**
 * Is this one of the names that the writer's sidecar may have? The slug is free: a person who changes the name
 * goes on writing the file that is there. The copies of sync tools have other names.
 */
export function isOwnName(file: string, storyName: string, writer: Writer): boolean {
  const slug = /\.([a-z0-9-]{1,24})-[0-9a-f]{8}\.annotations\.json$/.exec(file)?.[1]
  if (slug === undefined) return false
  const expected = sidecarName(storyName, slug, writerHash8(writer), nameHash8(storyName))
  return file.normalize('NFC') === expected.normalize('NFC')
}

/** Where a sidecar waits that could not be written beside its story; the folder's hash keeps namesakes apart. */
export function pendingPath(dataFolder: string, sidecarPath: string): string {
  return path.join(pendingFolder(dataFolder, path.dirname(sidecarPath)), path.basename(sidecarPath))
}

/** @param folder real path of a story's folder. */
export function pendingFolder(dataFolder: string, folder: string): string {
  return path.join(dataFolder, 'pending', sha256(folder).slice(0, 32))
}
