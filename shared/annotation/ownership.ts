import type { AnnotatorId, DeviceId } from '../units.ts'
import type { Sidecar } from './sidecar-schema.ts'

/** Is this sidecar about the story of that name? Composed and decomposed letters count as equal. */
export function isAbout(sidecar: Sidecar, storyName: string): boolean {
  return sidecar['galley:story']['galley:name'].normalize('NFC') === storyName.normalize('NFC')
}

/** Was it written by this annotator on this device? Only then may this Galley write to it. */
export function isWrittenBy(sidecar: Sidecar, annotator: AnnotatorId, device: DeviceId): boolean {
  return sidecar.creator.id === annotator && sidecar['galley:device'] === device
}
