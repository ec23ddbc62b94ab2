import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PrivateView } from '../../electron/desk/private-view.ts'
import { PrivateFile, PrivateNotes } from '../../electron/storage/private-notes.ts'
import type { SaveOutcome } from '../../electron/storage/sidecar-store.ts'
import type { PrivatePart } from '../../shared/annotation/annotation.ts'
import { annotationId, annotatorId } from '../helpers/annotation.ts'
import { failNthCall } from '../helpers/failing-fs.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const one = annotationId(1)
const two = annotationId(2)
const note = (words: string): PrivatePart => ({ note: words, fields: {} })
const beside = async (): Promise<SaveOutcome> => ({ kind: 'beside' })
const notes = (dataFolder: string) => new PrivateNotes({ dataFolder, log: () => {} })
const fileIn = (dataFolder: string) =>
  new PrivateFile({ dataFolder, annotator: annotatorId(1), log: () => {} })

async function view(dataFolder: string): Promise<PrivateView> {
  const made = new PrivateView(notes(dataFolder))
  await made.become(annotatorId(1))
  return made
}

async function onDisk(dataFolder: string): Promise<Record<string, PrivatePart | undefined>> {
  const file = fileIn(dataFolder)
  await file.read()
  return Object.fromEntries(file.ids.map((id) => [id, file.get(id)]))
}

afterEach(() => vi.restoreAllMocks())

describe('private notes on the disk', () => {
  it('keep what they had until the sidecar is safe, and then only what is', async () => {
    const folder = tempFolder()
    const mine = await view(folder)
    mine.change(new Map([[one, note('Her brother told me.')]]))
    await mine.save(beside)
    mine.change(
      new Map([
        [one, { note: null, fields: { source: 'the clerk' } }],
        [two, note('Ask again.')],
      ]),
    )
    const during: unknown[] = []
    await mine.save(async () => {
      during.push(await onDisk(folder))
      return { kind: 'failed', reason: { kind: 'disk-full', file: 'x' } }
    })
    const both = { note: 'Her brother told me.', fields: { source: 'the clerk' } }
    expect(during).toEqual([{ [one]: both, [two]: note('Ask again.') }])
    expect(await onDisk(folder)).toEqual(during[0])
    await mine.save(beside)
    expect(await onDisk(folder)).toEqual({
      [one]: { note: null, fields: { source: 'the clerk' } },
      [two]: note('Ask again.'),
    })
  })

  it('leave to the next save what was changed while one was under way', async () => {
    const folder = tempFolder()
    const mine = await view(folder)
    mine.change(new Map([[one, note('Her brother told me.')]]))
    await mine.save(async () => {
      // The sidecar that is being written knows nothing of this yet.
      mine.change(new Map([[one, null]]))
      return { kind: 'beside' }
    })
    expect(await onDisk(folder)).toEqual({ [one]: note('Her brother told me.') })
    expect(mine.of(one)).toBeUndefined()
    await mine.save(beside)
    expect(await onDisk(folder)).toEqual({})
  })

  it('never are lost or half there, whichever call to the disk fails', async () => {
    for (let nth = 1; ; nth++) {
      const folder = tempFolder()
      const mine = await view(folder)
      mine.change(new Map([[one, note('before')]]))
      await mine.save(beside)
      mine.change(new Map([[one, note('after')]]))
      const tells = failNthCall(nth, 'EIO')
      const outcome = await mine.save(beside)
      const reached = tells()
      vi.restoreAllMocks()
      const found = (await onDisk(folder))[one]?.note
      expect(['before', 'after']).toContain(found)
      if (outcome.kind === 'beside') expect(found).toBe('after')
      expect(mine.of(one)).toEqual(note('after'))
      await mine.save(beside)
      expect(await onDisk(folder)).toEqual({ [one]: note('after') })
      if (!reached) return
    }
  })

  it('keep members that a later Galley wrote', async () => {
    const folder = tempFolder()
    const { path: file } = fileIn(folder)
    mkdirSync(path.dirname(file), { recursive: true })
    const entry = { ...note('Ask again.'), colour: 'red' }
    writeFileSync(file, JSON.stringify({ format: 1, annotator: 'x', notes: { [two]: entry }, more: [1] }))
    const mine = await view(folder)
    mine.change(new Map([[two, note('Asked.')]]))
    await mine.save(beside)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      notes: { [two]: { note: 'Asked.', colour: 'red' } },
      more: [1],
    })
  })

  it.each([
    ['cut off', '{"format": 1, "notes": {"x": {"note": "Her brother'],
    ['of a later format', '{"format": 2, "annotator": "x", "notes": {"y": "Her brother"}}'],
    ['something else', '["Her brother"]'],
  ])('say nothing of what they hold when they are %s', async (_what, text) => {
    const folder = tempFolder()
    const said: unknown[] = []
    const file = new PrivateFile({
      dataFolder: folder,
      annotator: annotatorId(1),
      log: (error) => said.push(error, String(error), JSON.stringify(error)),
    })
    mkdirSync(path.dirname(file.path), { recursive: true })
    writeFileSync(file.path, text)
    await file.read()
    said.push(file.failure, await file.write(new Map([[one, note('Ask again.')]]), 'exact'))
    expect(file.failure).not.toBeNull()
    expect(said.length).toBeGreaterThan(2)
    expect(JSON.stringify(said)).not.toMatch(/brother|Ask again/)
    expect(readFileSync(file.path, 'utf8')).toBe(text)
  })
})
