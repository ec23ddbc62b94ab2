import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { inject } from 'vitest'
import type { DeskDeps, HostHooks } from '../../electron/desk/host.ts'
import { ok } from '../../shared/result.ts'
import type { IsoTime } from '../../shared/units.ts'

// Bytes that no text encoding lets through as they are, and a line feed among them.
/** What the host of tests prints. */
export const standInPdf: Uint8Array = new Uint8Array([
  0x25, 0x50, 0x44, 0x46, 0x0a, 0, 0xff, 0xfe, 0x80, 0x0a,
])

/** A host that has no window and puts reports into `reports` beside the data. */
export function quietHost(overrides: Partial<HostHooks> = {}): HostHooks {
  return {
    kind: 'direct',
    chooseStory: async () => null,
    chooseImport: async () => null,
    chooseExportTarget: async () => 'download',
    chooseExportFolder: async () => null,
    printPdf: async () => ok(standInPdf),
    storyOpened: () => {},
    ...overrides,
  }
}

/** What a desk needs, with its data in `folder`. What it logs is thrown away unless the test takes it. */
export function deskDeps(folder: string, overrides: Partial<DeskDeps> = {}): DeskDeps {
  return {
    host: quietHost(),
    platform: 'linux',
    dataFolder: path.join(folder, 'data'),
    localFolder: path.join(folder, 'local'),
    readerProgram: path.join(inject('children'), 'reader.mjs'),
    sampleStory: path.join(folder, 'no-sample.txt'),
    given: [],
    systemName: () => 'jane',
    now: () => new Date().toISOString() as IsoTime,
    newId: () => `urn:uuid:${randomUUID()}`,
    log: () => {},
    ...overrides,
  }
}
