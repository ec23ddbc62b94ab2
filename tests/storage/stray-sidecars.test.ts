import fsp from 'node:fs/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findStraySidecars } from '../../electron/storage/stray-sidecars.ts'
import { anItem, annotationId, aTombstone, laptop } from '../helpers/annotation.ts'
import { janeHere, omar, StoryFolder, sidecarOf } from '../helpers/story-folder.ts'

const mayor = anItem()
const other = anItem({ id: annotationId(2) })

/** Names of the sidecars without a story that are found when this story is opened. */
async function strays(folder: StoryFolder, storyName = 'new.txt'): Promise<readonly string[]> {
  const sidecars = await folder.open(storyName)
  const found = await findStraySidecars(sidecars, folder.path, storyName)
  return found.map(({ file }) => file)
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a sidecar without its story', () => {
  it('is found, with what is in it, whatever its file is called', async () => {
    const folder = new StoryFolder('new.txt')
    const renamed = sidecarOf(omar, 'old.txt', [mayor])
    const names = [
      folder.put(omar, renamed),
      folder.put(janeHere, sidecarOf(janeHere, 'old.txt', [other])),
      folder.put(omar, sidecarOf(omar, 'older.txt', [mayor]), 'mailed (1).JSON'),
      folder.put(omar, sidecarOf(omar, 'new.txt', [mayor]), 'okafor(1).json'),
      folder.put(omar, sidecarOf(omar, 'gone.txt', [mayor]), 'new.txt.omar-reyes-00000000.annotations.json'),
    ]
    const found = await findStraySidecars(await folder.open('new.txt'), folder.path, 'new.txt')
    expect(found.map(({ file }) => file).sort()).toEqual(names.toSorted())
    expect(found.find(({ file }) => file === names[0])?.sidecar).toEqual(renamed)
  })

  it.each([
    ['one whose story is there', 'there.txt'],
    ['one whose story is there, its letters composed in another way', 'u\u0308ber.txt'],
    ['one of this story that is read already', 'new.txt'],
  ])('is not %s', async (_name, storyName) => {
    const folder = new StoryFolder('new.txt', 'there.txt', '\u00fcber.txt')
    folder.put(omar, sidecarOf(omar, storyName, [mayor]))
    folder.put(omar, sidecarOf(omar, storyName, [other]), `${storyName}.conflict.json`)
    expect(await strays(folder)).toEqual([])
  })

  it('is told from a story of the same name in capitals', async () => {
    const folder = new StoryFolder('new.txt', 'Old.txt')
    const name = folder.put(omar, sidecarOf(omar, 'old.txt', [mayor]))
    expect(await strays(folder)).toEqual([name])
  })

  it('is left out where it can’t be read, is not ours, or has no marks', async () => {
    const folder = new StoryFolder('new.txt')
    folder.write('old.txt.omar-reyes-00000000.annotations.json', '{"type":')
    folder.write('package.json', '{"name":"tool"}')
    folder.put(omar, sidecarOf(omar, 'old.txt', [], [aTombstone()]))
    folder.put(omar, sidecarOf(omar, 'hidden.txt', [mayor]), '.hidden.json')
    expect(await strays(folder)).toEqual([])
  })

  it.each([
    ['as it is', sidecarOf(omar, 'new.txt', [mayor]), []],
    ['in a later version', sidecarOf(omar, 'new.txt', [anItem({ revision: 3 })]), []],
    ['and deleted', sidecarOf(omar, 'new.txt', [], [aTombstone()]), []],
    ['only in part', sidecarOf(omar, 'new.txt', [other]), ['old.json']],
  ])('is done with when all of its marks were taken over: %s', async (_name, sidecar, expected) => {
    const folder = new StoryFolder('new.txt')
    folder.put(omar, sidecarOf(omar, 'old.txt', [mayor]), 'old.json')
    folder.put(omar, sidecar)
    expect(await strays(folder)).toEqual(expected)
  })

  it('is found without reading the sidecars of the other stories', async () => {
    const long = `${'n'.repeat(230)}.txt`
    const folder = new StoryFolder('new.txt', 'there.txt', long)
    const others = ['there.txt', long].map((story) => folder.put(omar, sidecarOf(omar, story, [mayor])))
    const name = folder.put(omar, sidecarOf(omar, 'old.txt', [mayor]))
    const readFile = vi.spyOn(fsp, 'readFile')
    expect(await strays(folder)).toEqual([name])
    const read = readFile.mock.calls.map(([file]) => String(file))
    for (const one of others) expect(read.filter((file) => file.endsWith(one))).toEqual([])
  })

  it('is not looked for among more files than a folder of stories has', async () => {
    const folder = new StoryFolder('new.txt')
    for (let n = 0; n < 510; n++) folder.write(`a${n}.json`, '{}')
    const name = folder.put(omar, sidecarOf(omar, 'old.txt', [mayor]))
    const open = vi.spyOn(fsp, 'open')
    expect(await strays(folder)).toEqual([name])
    expect(open.mock.calls.filter(([file]) => /a\d+\.json$/.test(String(file)))).toHaveLength(499)
  })

  it('is told from other JSON by its beginning', async () => {
    const folder = new StoryFolder('new.txt')
    folder.write('regions.json', JSON.stringify({ regions: 'x'.repeat(70_000), note: 'galley: none' }))
    const { first, ...rest } = sidecarOf(omar, 'old.txt', [mayor])
    folder.write('turned.json', JSON.stringify({ first, ...rest }))
    const readFile = vi.spyOn(fsp, 'readFile')
    expect(await strays(folder)).toEqual(['turned.json'])
    expect(
      readFile.mock.calls.map(([file]) => String(file)).filter((file) => file.includes('regions')),
    ).toEqual([])
  })

  it('is none in a folder that can’t be listed', async () => {
    const folder = new StoryFolder('new.txt')
    folder.put(omar, sidecarOf(omar, 'old.txt', [mayor]))
    vi.spyOn(fsp, 'readdir').mockRejectedValue(Object.assign(new Error('EIO'), { code: 'EIO' }))
    expect(await strays(folder)).toEqual([])
  })
})

describe('taking over sidecars', () => {
  it('writes the own marks into the own sidecar, for this story, and leaves the old file', async () => {
    const folder = new StoryFolder('new.txt')
    const old = sidecarOf(janeHere, 'old.txt', [mayor], [aTombstone(annotationId(7))])
    const name = folder.put(janeHere, old)
    const sidecars = await folder.open('new.txt')
    await sidecars.adopt([name])
    expect(await sidecars.own?.save()).toEqual({ kind: 'beside' })
    expect(folder.sidecar(name)).toEqual(old)
    const [own] = sidecars.sources()
    const written = folder.sidecar(own?.file ?? '')
    expect(written['galley:story']['galley:name']).toBe('new.txt')
    expect(written['galley:deleted']).toEqual(old['galley:deleted'])
    expect(written['galley:adopts']).toBeUndefined()
    expect(written.first.items).toEqual([
      { ...mayor, target: { ...mayor.target, source: './new.txt', 'galley:moves': 1 } },
    ])
    expect(await strays(folder)).toEqual([])
  })

  it('takes the marks of the own other computer too, and says whose they are', async () => {
    const folder = new StoryFolder('new.txt')
    const name = folder.put(
      janeHere,
      sidecarOf({ ...janeHere, device: laptop }, 'old.txt', [mayor]),
      'old.json',
    )
    const sidecars = await folder.open('new.txt')
    await sidecars.adopt([name])
    expect(sidecars.own?.sidecar.first.items).toMatchObject([{ id: mayor.id, 'galley:device': laptop }])
  })

  it('reads a colleague’s file from then on, and never writes it', async () => {
    const folder = new StoryFolder('new.txt')
    const old = sidecarOf(omar, 'old.txt', [mayor])
    const name = folder.put(omar, old)
    const sidecars = await folder.open('new.txt')
    await sidecars.adopt([name])
    await sidecars.own?.save()
    expect(sidecars.own?.sidecar['galley:adopts']).toEqual([
      { 'galley:file': name, 'galley:collection': old.id },
    ])
    const again = await folder.open('new.txt')
    expect(again.sources()).toContainEqual({ file: name, sidecar: old })
    expect(again.isAdopted(name)).toBe(true)
    expect(folder.sidecar(name)).toEqual(old)
    expect(await strays(folder)).toEqual([])
    const more = sidecarOf(omar, 'old.txt', [mayor, other])
    folder.put(omar, more)
    await again.refresh()
    expect(again.sources()).toContainEqual({ file: name, sidecar: more })
  })

  it('finds what waits in the data folder for a story that was renamed meanwhile, and takes it over', async () => {
    const folder = new StoryFolder('new.txt')
    folder.keep(omar, sidecarOf(omar, 'old.txt', [mayor]))
    const name = folder.put(janeHere, sidecarOf(janeHere, 'old.txt', [mayor]))
    folder.keep(janeHere, sidecarOf(janeHere, 'old.txt', [anItem({ revision: 2 }), other]))
    const sidecars = await folder.open('new.txt')
    const found = await findStraySidecars(sidecars, folder.path, 'new.txt')
    expect(found.map(({ file }) => file)).toEqual([name])
    expect(found[0]?.sidecar.total).toBe(2)
    await sidecars.adopt([name])
    await sidecars.own?.save()
    const again = await folder.open('new.txt')
    expect(again.own?.sidecar.first.items.map((item) => [item.id, item['galley:revision']])).toEqual([
      [mayor.id, 2],
      [other.id, 1],
    ])
    expect(await strays(folder)).toEqual([])
  })

  it('says of an adopted file that can’t be read any more that it can’t', async () => {
    const folder = new StoryFolder('new.txt')
    const name = folder.put(omar, sidecarOf(omar, 'old.txt', [mayor]))
    const sidecars = await folder.open('new.txt')
    await sidecars.adopt([name])
    folder.write(name, '')
    await sidecars.refresh()
    expect(sidecars.unreadable()).toEqual([{ kind: 'sidecar-empty', file: name }])
  })

  it('does not take another collection that lies under the adopted name by now', async () => {
    const folder = new StoryFolder('new.txt')
    const name = folder.put(omar, sidecarOf(omar, 'old.txt', [mayor]))
    const sidecars = await folder.open('new.txt')
    await sidecars.adopt([name])
    folder.put(omar, { ...sidecarOf(omar, 'old.txt', [other]), id: annotationId(99) }, name)
    await sidecars.refresh()
    expect(sidecars.sources().filter(({ file }) => file === name)).toEqual([])
  })

  it('keeps the own marks where a person renamed story and sidecar alike', async () => {
    const folder = new StoryFolder('new.txt')
    const taken = folder.put(janeHere, sidecarOf(janeHere, 'new.txt'))
    const old = sidecarOf(janeHere, 'old.txt', [mayor])
    folder.put(janeHere, old, taken)
    expect(await strays(folder)).toEqual([taken])
    const sidecars = await folder.open('new.txt')
    expect(sidecars.unreadable()).toEqual([])
    await sidecars.adopt([taken])
    expect(await sidecars.own?.save()).toEqual({ kind: 'beside' })
    expect(folder.sidecar(taken)).toEqual(old)
    const again = await folder.open('new.txt')
    expect(again.own?.sidecar.first.items).toMatchObject([{ id: mayor.id }])
    expect(again.sources().map(({ file }) => file)).toEqual([
      expect.stringMatching(/\.jane-doe-2-[0-9a-f]{8}\./),
    ])
    expect(await strays(folder)).toEqual([])
  })
})
