import { describe, expect, it } from 'vitest'
import { adopt, adoptedFiles } from '../../../shared/annotation/adopts.ts'
import { mergeSidecars } from '../../../shared/annotation/merge.ts'
import { annotationId, aSidecar } from '../../helpers/annotation.ts'

const omar = { file: 'old.txt.omar.json', collection: annotationId(1) }
const copy = { file: 'old.txt.omar (1).json', collection: annotationId(1) }
const ruth = { file: '\u00fcber.txt.ruth.json', collection: annotationId(2) }

/** Files and collections, in the order in which they stand. */
const listed = (sidecar: ReturnType<typeof aSidecar>) =>
  sidecar['galley:adopts']?.map((one) => [one['galley:file'], one['galley:collection']])

describe('adopting sidecars', () => {
  it('adds each once, by file and collection, in one order', () => {
    const one = adopt(adopt(aSidecar(), [omar, ruth]), [copy, omar])
    expect(one).toEqual(adopt(aSidecar(), [ruth, copy, omar, omar]))
    expect(listed(one)).toEqual([
      [copy.file, copy.collection],
      [omar.file, omar.collection],
      [ruth.file, ruth.collection],
    ])
  })

  it('changes nothing where all is known', () => {
    const sidecar = adopt(aSidecar(), [ruth])
    expect(adopt(sidecar, [{ ...ruth, file: 'u\u0308ber.txt.ruth.json' }])).toBe(sidecar)
    expect(adopt(sidecar, [])).toBe(sidecar)
  })

  it('is asked for by file name', () => {
    const files = adoptedFiles(adopt(aSidecar(), [omar, { ...omar, collection: annotationId(3) }, ruth]))
    expect([...files]).toEqual([
      [omar.file, new Set([annotationId(1), annotationId(3)])],
      [ruth.file, new Set([annotationId(2)])],
    ])
    expect(adoptedFiles(aSidecar()).size).toBe(0)
  })

  it('is united when sidecars merge, and is not there where neither adopted', () => {
    const merged = mergeSidecars(adopt(aSidecar(), [omar]), adopt(aSidecar(), [ruth]))
    expect(listed(merged)).toEqual(listed(adopt(aSidecar(), [omar, ruth])))
    expect(mergeSidecars(aSidecar(), aSidecar())).not.toHaveProperty('galley:adopts')
  })
})
