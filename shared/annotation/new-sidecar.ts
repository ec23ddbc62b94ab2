import type { AnnotatorId, DeviceId, Sha256 } from '../units.ts'
import { SIDECAR_CONTEXT, SIDECAR_FORMAT, type Sidecar } from './sidecar-schema.ts'

/** What a sidecar says about the story, apart from its name. */
export interface StoryFacts {
  /** File name with its extension. Stored in NFC, since file systems differ in the form they return. */
  readonly storyName: string
  /** Reader and its version, e.g. `txt/1`: offsets mean nothing without it. */
  readonly reader: string
  readonly fileSha256: Sha256
  readonly textSha256: Sha256
  /** Length of the story text in code points. */
  readonly textLength: number
}

/** An empty sidecar of one writer for one story. */
export function newSidecar(
  input: StoryFacts & {
    /** Makes a fresh `urn:uuid:…`; called for the collection and its page. */
    readonly newId: () => string
    readonly person: { readonly id: AnnotatorId; readonly name: string }
    readonly device: DeviceId
  },
): Sidecar {
  const id = input.newId()
  return {
    '@context': freshContext(),
    id,
    type: 'AnnotationCollection',
    label: labelOf(input.storyName, input.person.name),
    'galley:format': SIDECAR_FORMAT,
    'galley:device': input.device,
    'galley:story': storyMember(input),
    creator: { id: input.person.id, type: 'Person', name: input.person.name },
    total: 0,
    first: { id: input.newId(), type: 'AnnotationPage', partOf: id, startIndex: 0, items: [] },
    'galley:deleted': [],
  }
}

/** The same sidecar for today's story file and the person's name of today; members not known are kept. */
export function refreshSidecar(sidecar: Sidecar, facts: StoryFacts, personName: string): Sidecar {
  return {
    ...sidecar,
    label: labelOf(facts.storyName, personName),
    'galley:story': { ...sidecar['galley:story'], ...storyMember(facts) },
    creator: { ...sidecar.creator, name: personName },
  }
}

function storyMember(facts: StoryFacts): Sidecar['galley:story'] {
  return {
    'galley:name': facts.storyName.normalize('NFC'),
    'galley:reader': facts.reader,
    'galley:fileSha256': facts.fileSha256,
    'galley:textSha256': facts.textSha256,
    'galley:textLength': facts.textLength,
  }
}

function labelOf(storyName: string, personName: string): string {
  return `${storyName.normalize('NFC')} — ${personName}`
}

/** A copy, so that no two sidecars share one. */
function freshContext(): unknown {
  return [SIDECAR_CONTEXT[0], { ...SIDECAR_CONTEXT[1] }]
}
