import { describe, expect, it } from 'vitest'
import { Layers } from '../../../electron/desk/layers.ts'
import type { LayerSource } from '../../../electron/storage/story-sidecars.ts'
import { changeContent, toAnnotation } from '../../../shared/annotation/item.ts'
import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import { span } from '../../../shared/units.ts'
import {
  aContent,
  anItem,
  annotationId,
  aSidecar,
  aTombstone,
  bob,
  jane,
  laptop,
  noon,
  sidecarOf,
} from '../../helpers/annotation.ts'

const source = (sidecar: Sidecar, file: string | null = 'a.json'): LayerSource => ({ file, sidecar })
const layers = () =>
  new Layers((items, creator) =>
    items.map((item) => ({
      ...toAnnotation(item, item.target.selector[1].start === 4 ? span(4, 9) : null, 'none'),
      creator,
    })),
  )
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('layers', () => {
  it('are one for each annotator, the person’s own first, also while it is empty', () => {
    const all = layers()
    all.update([source(sidecarOf(bob, aSidecar([anItem()])))], jane)
    expect(all.list()).toEqual([
      { annotator: jane.id, name: 'Jane Doe', mine: true, files: [], count: 0, orphans: 0, changed: 0 },
      {
        annotator: bob.id,
        name: 'Bob Ray',
        mine: false,
        files: ['a.json'],
        count: 1,
        orphans: 0,
        changed: 0,
      },
    ])
    all.update([], null)
    expect(all.list()).toEqual([])
  })

  it('unite the files of one annotator, deletions on another computer included', () => {
    const all = layers()
    const here = aSidecar([anItem({ id: annotationId(1) }), anItem({ id: annotationId(2) })])
    const there = aSidecar([anItem({ id: annotationId(3) })], [aTombstone(annotationId(1), 2)], laptop)
    all.update([source(here, 'here.json'), source(there, 'there.json')], jane)
    expect(ids(all.annotations())).toEqual([annotationId(2), annotationId(3)])
    expect(all.list()).toMatchObject([{ files: ['here.json', 'there.json'], count: 2 }])
  })

  it('say what a window has to take in, and nothing twice', () => {
    const all = layers()
    const before = source(aSidecar([anItem({ id: annotationId(1) }), anItem({ id: annotationId(2) })]))
    expect(ids(all.update([before], jane).put)).toEqual([annotationId(1), annotationId(2)])
    expect(all.update([before], jane)).toEqual({ put: [], removed: [] })
    // Read again, the same in other objects.
    expect(all.update([source(structuredClone(before.sidecar))], jane)).toEqual({ put: [], removed: [] })
    const after = source(
      aSidecar([anItem({ id: annotationId(2), revision: 2, content: aContent('assessment') })]),
    )
    const { put, removed } = all.update([after], jane)
    expect([ids(put), removed]).toEqual([[annotationId(2)], [annotationId(1)]])
  })

  it('show an id once, the person’s own before a colleague’s', () => {
    const all = layers()
    const copied = sidecarOf(bob, aSidecar([anItem({ content: aContent('assessment') })]))
    all.update([source(copied), source(aSidecar([anItem()]))], jane)
    expect(all.annotations()).toMatchObject([{ tag: 'fact', creator: jane.id }])
  })

  it('leave a mark where it was shown when only its note changes, wherever it would be found by itself', () => {
    const places = [span(4, 9), span(20, 25)]
    const all = new Layers((items, creator) =>
      items.map((item) => ({ ...toAnnotation(item, places.shift() ?? null, 'words'), creator })),
    )
    const item = anItem()
    all.update([source(aSidecar([item]))], jane)
    const noted = changeContent(item, { content: aContent('fact', 'Why?'), modified: noon, revision: 2 })
    all.patchOwn([noted], [], [source(aSidecar([noted]))])
    expect(all.annotations()).toMatchObject([{ note: 'Why?', span: { start: 4, end: 9 } }])
  })

  it('count orphans, and list them last', () => {
    const all = layers()
    const lost = anItem({ id: annotationId(1) })
    lost.target.selector[1].start = 50
    all.update([source(aSidecar([lost, anItem({ id: annotationId(2) })]))], jane)
    expect(ids(all.annotations())).toEqual([annotationId(2), annotationId(1)])
    expect(all.list()).toMatchObject([{ count: 2, orphans: 1 }])
  })
})
