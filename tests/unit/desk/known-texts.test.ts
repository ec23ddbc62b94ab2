import { describe, expect, it } from 'vitest'
import { KnownTexts } from '../../../electron/desk/known-texts.ts'
import type { Sha256 } from '../../../shared/units.ts'
import { sha256 } from '../../helpers/annotation.ts'

/** A disk that holds a text for each of these hashes. */
function disk(...hashes: readonly Sha256[]) {
  const there = new Set(hashes)
  const read: Sha256[] = []
  const texts = new KnownTexts(async (hash) => {
    read.push(hash)
    return there.has(hash) ? `text of ${hash}` : null
  })
  return { texts, there, read }
}

describe('texts that marks were made on', () => {
  it('are read once, and asked for again only while they are missing', async () => {
    const { texts, there, read } = disk(sha256(1))
    expect(await texts.learn([sha256(1), sha256(2)])).toBe(true)
    expect(await texts.learn([sha256(1), sha256(2)])).toBe(false)
    there.add(sha256(2))
    expect(await texts.learn([sha256(1), sha256(2)])).toBe(true)
    expect(read).toEqual([sha256(1), sha256(2), sha256(2), sha256(2)])
    expect(texts.get(sha256(2))).toBe(`text of ${sha256(2)}`)
  })

  it('are no news again, however many there are', async () => {
    const hashes = Array.from({ length: 200 }, (_, n) => n.toString(16).padStart(64, '0') as Sha256)
    const { texts } = disk(...hashes)
    expect(await texts.learn(hashes)).toBe(true)
    texts.remember(sha256(9), 'of a version that was shown')
    expect(await texts.learn(hashes.toReversed())).toBe(false)
  })
})
