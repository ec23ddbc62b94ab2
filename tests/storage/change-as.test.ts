import { readdirSync, renameSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { freshSidecarName, type Writer } from '../../electron/storage/sidecar-file.ts'
import { mergeSidecars } from '../../shared/annotation/merge.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { anItem, annotatorId, aSidecar, deskComputer } from '../helpers/annotation.ts'
import { janeHere, StoryFolder } from '../helpers/story-folder.ts'

const ana: Writer = { annotator: annotatorId(3), name: 'Ana Ruiz', device: deskComputer }

/** Adds a mark that carries data of another program. */
function addTo(sidecar: Sidecar): Sidecar {
  const item = { ...anItem({ creator: ana.annotator }), 'galley:carried': { brat: { type: 'Claim' } } }
  const items = [...sidecar.first.items, item]
  return {
    ...sidecar,
    total: items.length,
    first: { ...sidecar.first, items },
    'galley:carried': { brat: { relations: ['R1'] } },
  }
}

describe('the sidecar of another annotator of this computer', () => {
  it('is written beside the story under that name, and read like a colleague’s', async () => {
    const folder = new StoryFolder('council.txt')
    const sidecars = await folder.open('council.txt')
    await sidecars.changeAs(ana, addTo)
    expect(await sidecars.handOver()).toEqual({ kind: 'beside' })
    await sidecars.refresh()
    const name = freshSidecarName('council.txt', ana)
    expect(folder.sidecar(name)).toMatchObject({ creator: { id: ana.annotator, name: 'Ana Ruiz' }, total: 1 })
    expect(sidecars.sources().map(({ file, sidecar }) => [file, sidecar.creator.name])).toEqual([
      [null, janeHere.name],
      [name, 'Ana Ruiz'],
    ])
    expect(sidecars.own?.isDirty).toBe(false)
  })

  it('keeps what is there already', async () => {
    const folder = new StoryFolder('council.txt')
    const sidecars = await folder.open('council.txt')
    await sidecars.changeAs(ana, addTo)
    await sidecars.handOver()
    await sidecars.changeAs(ana, (sidecar) => ({ ...sidecar, 'x:more': 1 }))
    await sidecars.handOver()
    expect(folder.sidecar(freshSidecarName('council.txt', ana))).toMatchObject({ total: 1, 'x:more': 1 })
  })

  it('changes the own one where it is the own one', async () => {
    const folder = new StoryFolder('council.txt')
    const sidecars = await folder.open('council.txt')
    await sidecars.changeAs(janeHere, addTo)
    expect([sidecars.own?.isDirty, sidecars.hasWaiting]).toEqual([true, false])
  })

  it('waits in the data folder while the story’s folder is away', async () => {
    const folder = new StoryFolder('council.txt')
    const sidecars = await folder.open('council.txt')
    renameSync(folder.path, `${folder.path}-away`)
    await sidecars.changeAs(ana, addTo)
    expect((await sidecars.handOver()).kind).toBe('kept')
    renameSync(`${folder.path}-away`, folder.path)
    expect(readdirSync(folder.path)).toEqual(['council.txt'])
    const again = await folder.open('council.txt')
    expect(await again.handOver()).toEqual({ kind: 'beside' })
    expect(folder.sidecar(freshSidecarName('council.txt', ana)).total).toBe(1)
  })
})

it('what is carried along survives a merge, from either side', () => {
  const bare = aSidecar([])
  const full = addTo(bare)
  for (const merged of [mergeSidecars(bare, full), mergeSidecars(full, bare)]) {
    expect(merged).toMatchObject({
      'galley:carried': { brat: { relations: ['R1'] } },
      first: { items: [{ 'galley:carried': { brat: { type: 'Claim' } } }] },
    })
  }
})
