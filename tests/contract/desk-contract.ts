import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDesk } from '../../electron/desk/desk.ts'
import type { Client, Desk } from '../../electron/desk/host.ts'
import { createDeskClient } from '../../renderer/desk/client.ts'
import type { AnnotationChange, DeskApi, StoryEntry } from '../../shared/desk/contract.ts'
import { defaultSettings } from '../../shared/desk/settings.ts'
import type { Transport } from '../../shared/desk/transport.ts'
import { exportFormats } from '../../shared/exchange/formats.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { type AnnotationId, type AnnotatorId, type StoryId, span, type TagId } from '../../shared/units.ts'
import { contractOfColleagues } from '../helpers/desk-contract-colleagues.ts'
import { contractOfExports } from '../helpers/desk-contract-exports.ts'
import { contractOfFormats } from '../helpers/desk-contract-formats.ts'
import { contractOfIdentity } from '../helpers/desk-contract-identity.ts'
import { contractOfImports } from '../helpers/desk-contract-imports.ts'
import { contractOfMany } from '../helpers/desk-contract-many.ts'
import { contractOfMarks } from '../helpers/desk-contract-marks.ts'
import { contractOfPrivate } from '../helpers/desk-contract-private.ts'
import { contractOfSaving } from '../helpers/desk-contract-saving.ts'
import { contractOfStrays } from '../helpers/desk-contract-strays.ts'
import { contractOfTags } from '../helpers/desk-contract-tags.ts'
import { contractOfText } from '../helpers/desk-contract-text.ts'
import { contractOfWebPages } from '../helpers/desk-contract-web-pages.ts'
import { contractOfWindows } from '../helpers/desk-contract-windows.ts'
import { deskDeps } from '../helpers/desk-deps.ts'
import { type Connect, wholeExport } from '../helpers/desk-world.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { writeStory } from '../helpers/write-story.ts'

/** One window as a transport makes it, with the desk's end of the same line. */
export interface ContractWindow {
  readonly transport: Transport
  readonly client: Pick<Client, 'flush' | 'isDirty'>
}

/** Opens windows on a desk over one kind of wire. */
export interface ContractHost {
  window(): Promise<ContractWindow>
  close(): Promise<void>
}

type Window = ContractWindow & { readonly desk: DeskApi }

const mark = (number: number, start: number, end: number, note = ''): AnnotationChange => ({
  kind: 'put',
  id: annotation(number),
  content: { tag: 'fact' as TagId, note, fields: note === '' ? {} : { status: 'verified' } },
  span: span(start, end),
})
const annotation = (number: number): AnnotationId =>
  `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as AnnotationId

function value<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`)
  return result.value
}

/**
 * What every window may rely on, whatever lies between it and the desk.
 * @param host makes the wire to a desk
 */
export function deskContract(name: string, host: (desk: Desk) => Promise<ContractHost>): void {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  /** A desk with a story on its command line and another beside it, and windows that know who annotates. */
  async function windows(
    count: 1 | 2,
  ): Promise<{ first: Window; second: Window; story: StoryId; folder: string }> {
    const folder = tempFolder()
    const given = [writeStory(folder)]
    writeStory(folder, 'beside.md')
    const desk = await createDesk(deskDeps(path.join(folder, 'own'), { given, sampleStory: given[0] ?? '' }))
    const wire = await host(desk)
    closing.push(async () => {
      await wire.close()
      await desk.close()
    })
    const open = async (): Promise<Window> => {
      const made = await wire.window()
      return { ...made, desk: createDeskClient(made.transport) }
    }
    const first = await open()
    await first.desk.nameAnnotator({ name: 'Jane Doe' })
    const { opening } = value(await first.desk.begin({}))
    if (opening === null) throw new Error('the given story was not let in')
    return { first, second: count === 2 ? await open() : first, story: opening, folder }
  }

  describe(`the desk over ${name}`, () => {
    it('begins with who annotates, how, and what to open', async () => {
      const { first, story } = await windows(1)
      value(await first.desk.changeSettings({ theme: 'dark' }))
      expect(await first.desk.begin({})).toEqual({
        ok: true,
        value: {
          person: { id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/), name: 'Jane Doe' },
          suggestedName: 'jane',
          settings: { ...defaultSettings, theme: 'dark' },
          host: 'direct',
          platform: 'linux',
          formats: exportFormats,
          opening: story,
          problem: null,
        },
      })
    })

    it('lists what may be opened without a dialog, and shows none where the host has none', async () => {
      const { first } = await windows(1)
      const entries: readonly StoryEntry[] = value(await first.desk.listStories({}))
      expect(entries.map((entry) => entry.name).sort()).toEqual(['beside.md', 'harbour-tunnel.txt'])
      expect(await first.desk.chooseStory({})).toEqual({ ok: true, value: null })
    })

    it('marks, changes and deletes, and opens again with all of it', async () => {
      const { first, story, folder } = await windows(1)
      value(await first.desk.openStory({ story }))
      const made = await first.desk.changeAnnotations({
        story,
        changes: [mark(1, 0, 7, 'é 🏮 \u2028 "\\'), mark(2, 8, 14)],
      })
      expect(value(made)).toMatchObject({
        save: { kind: 'saved' },
        annotations: [
          { quote: 'Harbour', note: 'é 🏮 \u2028 "\\', fields: { status: 'verified' }, revision: 1 },
          { quote: 'tunnel', span: { start: 8, end: 14 } },
        ],
      })
      const changed = value(
        await first.desk.changeAnnotations({
          story,
          changes: [mark(1, 0, 14), { kind: 'delete', id: annotation(2) }],
        }),
      )
      expect(changed.annotations).toMatchObject([{ quote: 'Harbour tunnel', revision: 2, note: '' }])
      expect(readdirSync(folder).filter((file) => file.endsWith('.annotations.json'))).toHaveLength(1)

      expect(await first.desk.retrySave({ story })).toMatchObject({ ok: true, value: { kind: 'saved' } })
      expect(await first.desk.closeStory({ story })).toEqual({ ok: true, value: null })
      const again = value(await first.desk.openStory({ story }))
      expect(again.annotations).toEqual(changed.annotations)
      expect(again.layers).toMatchObject([{ name: 'Jane Doe', mine: true, count: 1, orphans: 0 }])
    })

    it('opens the sample story, and a dropped one that is listed', async () => {
      const { first } = await windows(1)
      expect(value(await first.desk.openSample({})).story.name).toBe('harbour-tunnel.txt')
      const unlisted = { name: 'unlisted.txt', size: 3, sha256: '0'.repeat(64) }
      expect(await first.transport.call('matchDropped', unlisted)).toEqual({
        ok: false,
        error: { kind: 'not-listed', file: 'unlisted.txt' },
      })
    })

    it('tells the other window of a change, and not the one that made it', async () => {
      const { first, second, story } = await windows(2)
      const heard: [string, readonly string[]][] = []
      for (const [who, window] of Object.entries({ first, second })) {
        value(await window.desk.openStory({ story }))
        window.transport.on('story-changed', ({ put }) => heard.push([who, put.map(({ quote }) => quote)]))
      }
      value(await first.desk.changeAnnotations({ story, changes: [mark(1, 0, 7)] }))
      await vi.waitFor(() => expect(heard).not.toEqual([]))
      value(await second.desk.changeAnnotations({ story, changes: [mark(2, 8, 14)] }))
      await vi.waitFor(() => expect(heard).toHaveLength(2))
      expect(heard).toEqual([
        ['second', ['Harbour']],
        ['first', ['tunnel']],
      ])
    })

    it('stops telling whom it was asked not to', async () => {
      const { first, second, story } = await windows(2)
      value(await second.desk.openStory({ story }))
      value(await first.desk.openStory({ story }))
      const heard: string[] = []
      const stop = second.transport.on('story-changed', () => heard.push('stopped'))
      second.transport.on('story-changed', () => heard.push('goes on'))
      stop()
      value(await first.desk.changeAnnotations({ story, changes: [mark(1, 0, 7)] }))
      await vi.waitFor(() => expect(heard).toEqual(['goes on']))
    })

    it('asks the window to hand over what is being typed, and waits for it', async () => {
      const { first, story } = await windows(1)
      value(await first.desk.openStory({ story }))
      const done: string[] = []
      first.transport.on('flush', async ({ token }) => {
        value(await first.desk.changeAnnotations({ story, changes: [mark(1, 0, 7, 'typed')] }))
        done.push('handed over')
        value(await first.desk.flushed({ token }))
      })
      expect(await first.client.flush()).toBe(true)
      expect([done, first.client.isDirty()]).toEqual([['handed over'], false])
    })

    it('does not call it handed over where the window says that something is left', async () => {
      const { first, story } = await windows(1)
      value(await first.desk.openStory({ story }))
      first.transport.on('flush', ({ token }) => void first.desk.flushed({ token, left: true }))
      expect(await first.client.flush()).toBe(false)
    })

    it.each<{ what: string; ask: (window: Window, story: StoryId) => Promise<unknown>; error: Failure }>([
      {
        what: 'a story that was never handed out',
        ask: ({ desk }) => desk.openStory({ story: 'harbour-tunnel.txt' as StoryId }),
        error: { kind: 'unknown-story' },
      },
      {
        what: 'a path for a story',
        ask: ({ desk }) => desk.openStory({ story: '/etc/passwd' as StoryId }),
        error: { kind: 'unknown-story' },
      },
      {
        what: 'an empty name',
        ask: ({ desk }) => desk.nameAnnotator({ name: ' ' }),
        error: { kind: 'name-empty' },
      },
      {
        what: 'a layer that is nobody’s',
        ask: async ({ desk }, story) => {
          await desk.openStory({ story })
          const layers = ['urn:uuid:none' as AnnotatorId]
          return desk.exportStory({ ...wholeExport, story, format: 'csv', layers })
        },
        error: { kind: 'bad-request', detail: expect.stringContaining('layers.0') },
      },
    ])('carries the failure for $what as data', async ({ ask, error }) => {
      const { first, story } = await windows(1)
      expect(await ask(first, story)).toEqual({ ok: false, error })
    })

    it.each([
      { what: 'no object', input: 'story' },
      { what: 'a list', input: [] },
      { what: 'nothing', input: null },
      { what: 'a number for a story', input: { story: 7 } },
      { what: 'a member too many', input: { story: 'x', path: '/etc/passwd' } },
    ])('refuses arguments that are $what', async ({ input }) => {
      const { first } = await windows(1)
      const reply = await first.transport.call('openStory', input)
      expect(reply).toEqual({ ok: false, error: { kind: 'bad-request', detail: expect.any(String) } })
    })

    it.each(['format', 'constructor', '__proto__', 'begin ', ''])('has no method %j', async (method) => {
      const { first } = await windows(1)
      const reply = await first.transport.call(method, {})
      expect(reply).toMatchObject({ ok: false, error: { kind: 'unknown-method' } })
    })

    const connect: Connect = async (desk) => {
      const wire = await host(desk)
      const { transport } = await wire.window()
      return { transport, close: () => wire.close() }
    }
    contractOfMarks(connect)
    contractOfColleagues(connect)
    contractOfImports(connect)
    contractOfMany(connect)
    contractOfPrivate(connect)
    contractOfSaving(connect)
    contractOfText(connect)
    contractOfFormats(connect)
    contractOfStrays(connect)
    contractOfExports(connect)
    contractOfTags(connect)
    contractOfWebPages(connect)
    contractOfWindows(connect)
    contractOfIdentity(connect)
  })
}
