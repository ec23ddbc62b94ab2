import fc from 'fast-check'
import { expect, it } from 'vitest'
import { itemSchema } from '../../../shared/annotation/sidecar-schema.ts'
import { isSurelySound } from '../../../shared/annotation/sound-item.ts'
import { aContent, anItem } from '../../helpers/annotation.ts'

const usual = anItem({ content: aContent('attribution', 'Name on record?', { source: 'official' }) })

/** Every place in a value, the value itself first. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
}

/** A copy with something else at a place. */
function withAt(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === key ? withAt(one, rest, other) : one))
  const members = value as Readonly<Record<string, unknown>>
  return { ...members, [key]: withAt(members[key], rest, other) }
}

it('knows the marks that Galley writes', () => {
  expect(isSurelySound(usual)).toBe(true)
  expect(isSurelySound(anItem())).toBe(true)
})

it('never takes for sound what the schema refuses', () => {
  const near = fc.constantFrom<unknown>(
    '',
    'fact',
    -1,
    0,
    0.5,
    1,
    2 ** 53,
    true,
    null,
    undefined,
    [],
    {},
    ['a'],
    [1],
  )
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(usual)), fc.oneof(near, fc.anything()), (path, other) => {
      const changed = withAt(usual, path, other)
      if (isSurelySound(changed)) expect(itemSchema.safeParse(changed).success).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
