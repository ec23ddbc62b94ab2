import fsp from 'node:fs/promises'
import path from 'node:path'
import type { PublicAnnotation } from '../../shared/annotation/annotation.ts'
import { marksIn } from '../../shared/annotation/item.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { Writer } from '../storage/sidecar-file.ts'
import { readHeads, type SidecarHead } from '../storage/sidecar-heads.ts'
import { Layers } from './layers.ts'
import type { StoryText } from './story-text.ts'

/** What a window shows while the annotations are read. */
export interface FirstMarks extends Pick<OpenedStory, 'layers'> {
  readonly annotations: readonly PublicAnnotation[]
}

/**
 * The marks at the beginning of a story with thousands of them, without reading those.
 *
 * Only others' sidecars are cut: of the person's own marks all are here, so that a key at once means what it always
 * does. And only marks made on this very text: finding the others is what takes the time.
 * @param keptFolder where sidecars wait that could not be written beside the story
 * @returns null: read all at once, which is quick or which alone is right
 */
export async function firstMarks(
  text: StoryText,
  writer: Writer | null,
  keptFolder: string,
): Promise<FirstMarks | null> {
  const kept = await fsp.readdir(keptFolder).catch(() => [])
  if (kept.length > 0) return null
  const { file, facts } = text
  const heads = await readHeads(path.dirname(file.path), facts.storyName)
  if (heads === null || heads.some((head) => isOwn(head, writer) && !isAllHere(head, text))) return null
  const layers = new Layers((items, annotator) => text.show(items, annotator))
  const me = writer === null ? null : { id: writer.annotator, name: writer.name }
  layers.update(
    heads.map((head) => ({ file: head.file, sidecar: onThisText(head, text) })),
    me,
  )
  return { layers: layers.list(), annotations: layers.annotations().filter(({ span }) => span !== null) }
}

function isOwn({ sidecar }: SidecarHead, writer: Writer | null): boolean {
  return sidecar.creator.id === writer?.annotator
}

function isAllHere(head: SidecarHead, text: StoryText): boolean {
  return !head.cut && onThisText(head, text).first.items.length === head.sidecar.first.items.length
}

function onThisText({ sidecar }: SidecarHead, { textSha256 }: StoryText): SidecarHead['sidecar'] {
  const items = marksIn(sidecar).filter(({ target }) => target['galley:text'] === textSha256)
  return { ...sidecar, first: { ...sidecar.first, items: [...items] } }
}
