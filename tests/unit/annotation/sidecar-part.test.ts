import { expect, it } from 'vitest'
import { parseSidecar } from '../../../shared/annotation/sidecar-codec.ts'
import { wholePart } from '../../../shared/annotation/sidecar-part.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import { aContent, anItem, annotationId, aSidecar, aTombstone } from '../../helpers/annotation.ts'

const items = [1, 2].map((n) => anItem({ id: annotationId(n), content: aContent('fact', '}]"{ \\ 👩‍🚒') }))
const text = serialiseSidecar(aSidecar(items, [aTombstone(annotationId(9), 1)]))

it('gives the whole items of any beginning of a sidecar, and nothing else', () => {
  const counts = new Set<number>()
  for (let cut = 0; cut <= text.length; cut++) {
    const part = wholePart(text.slice(0, cut))
    if (part === '') continue
    const parsed = parseSidecar(part, 'cut')
    if (!parsed.ok) throw new Error(`cut at ${cut}: ${JSON.stringify(parsed.error)}`)
    const read = parsed.value.first.items
    expect(read).toEqual(items.slice(0, read.length))
    counts.add(read.length)
  }
  expect([...counts]).toEqual([1, 2])
})

it('gives nothing of what has no items at that place', () => {
  for (const other of ['', '[[[[{}', '{"a":[{}]}', '{"first":{"items":[', 'no JSON'])
    expect(parseSidecar(wholePart(other), 'other').ok).toBe(false)
})
