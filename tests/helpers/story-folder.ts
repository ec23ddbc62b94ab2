import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freshSidecarName, pendingPath, type Writer } from '../../electron/storage/sidecar-file.ts'
import { StorySidecars } from '../../electron/storage/story-sidecars.ts'
import { parseSidecar } from '../../shared/annotation/sidecar-codec.ts'
import { serialiseSidecar } from '../../shared/annotation/sidecar-print.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { annotatorId, aSidecar, countingIds, deskComputer, jane, laptop, sha256 } from './annotation.ts'
import { tempFolder } from './temp-folder.ts'

export const janeHere: Writer = { annotator: jane.id, name: jane.name, device: deskComputer }
export const omar: Writer = { annotator: annotatorId(2), name: 'Omar Reyes', device: laptop }

/** A writer's sidecar for a story. */
export function sidecarOf(
  writer: Writer,
  storyName: string,
  items: Sidecar['first']['items'] = [],
  tombstones: Parameters<typeof aSidecar>[1] = [],
): Sidecar {
  const sidecar = aSidecar(items, tombstones, writer.device)
  return {
    ...sidecar,
    // Each sidecar is a collection of its own.
    id: sidecar.id.replace('f000', writer.annotator.slice(-4)),
    creator: { ...sidecar.creator, id: writer.annotator, name: writer.name },
    'galley:story': { ...sidecar['galley:story'], 'galley:name': storyName },
  }
}

/** A folder with stories and sidecars, as people leave it. */
export class StoryFolder {
  readonly #root = tempFolder()
  readonly path = path.join(this.#root, 'stories')
  readonly dataFolder = path.join(this.#root, 'data')

  /** @param stories names of the stories that are there. */
  constructor(...stories: readonly string[]) {
    mkdirSync(this.path)
    for (const story of stories) this.write(story, 'The mayor resigned')
  }

  write(name: string, content: string): void {
    writeFileSync(path.join(this.path, name), content)
  }

  /** Puts a sidecar under the name that its writer gives it, unless told. @returns the name. */
  put(writer: Writer, sidecar: Sidecar, name?: string): string {
    const file = name ?? freshSidecarName(sidecar['galley:story']['galley:name'], writer)
    this.write(file, serialiseSidecar(sidecar))
    return file
  }

  /** Puts a sidecar where it waits because the folder can't be written to. @returns its name. */
  keep(writer: Writer, sidecar: Sidecar): string {
    const file = freshSidecarName(sidecar['galley:story']['galley:name'], writer)
    const target = pendingPath(this.dataFolder, path.join(this.path, file))
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, serialiseSidecar(sidecar))
    return file
  }

  sidecar(name: string): Sidecar {
    const parsed = parseSidecar(readFileSync(path.join(this.path, name), 'utf8'), name)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    return parsed.value
  }

  /** All sidecars of a story, opened for a writer. */
  async open(storyName: string, writer: Writer | null = janeHere): Promise<StorySidecars> {
    const sidecars = new StorySidecars({
      folder: this.path,
      facts: {
        storyName,
        reader: 'txt/1',
        fileSha256: sha256(3),
        textSha256: sha256(1),
        textLength: 18,
      },
      dataFolder: this.dataFolder,
      newId: countingIds(),
      merged: () => {},
      log: (error) => {
        throw error
      },
    })
    await sidecars.open(writer)
    return sidecars
  }
}
