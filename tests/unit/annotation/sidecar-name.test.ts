import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isCandidate, sidecarName, slugOf } from '../../../shared/annotation/sidecar-name.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'

const bytes = (text: string) => Buffer.byteLength(text, 'utf8')

describe('a slug', () => {
  test.each([
    ['Jane Doe', 'jane-doe'],
    ['  Zoë Ångström-Łukasz ', 'zoe-angstrom-lukasz'],
    ['Søren Þór Weiß', 'soren-thor-weiss'],
    ['Ærøskøbing Œuvre', 'aeroskobing-oeuvre'],
    ['İpek Işık', 'ipek-isik'],
    ["O'Neill, J. (desk 2)", 'o-neill-j-desk-2'],
    ['Maximiliane Konstantinopolis', 'maximiliane-konstantinop'],
    ['aaaaaaaaaaaaaaaaaaaaaaa bcd', 'aaaaaaaaaaaaaaaaaaaaaaa'],
    ['../../etc/passwd', 'etc-passwd'],
    ['山田太郎', 'annotator'],
    ['👩‍🚒', 'annotator'],
    ['---', 'annotator'],
    ['', 'annotator'],
  ])('of %j is %s', (name, expected) => {
    expect(slugOf(name)).toBe(expected)
  })

  it('has 1 to 24 plain letters, digits and hyphens, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.array(anyText).map((parts) => parts.join(' ')),
        (name) => {
          expect(slugOf(name)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])?$/)
        },
      ),
    )
  })
})

describe('the name of a sidecar', () => {
  it('says story, annotator and writer', () => {
    expect(sidecarName('harbour-tunnel.txt', 'jane-doe', '3f9a1c07', 'aabbccdd')).toBe(
      'harbour-tunnel.txt.jane-doe-3f9a1c07.annotations.json',
    )
  })

  it('keeps a name of 240 bytes whole and cuts one of 241', () => {
    const tail = '.jane-doe-3f9a1c07.annotations.json'
    const fits = 'x'.repeat(240 - tail.length)
    expect(sidecarName(fits, 'jane-doe', '3f9a1c07', 'aabbccdd')).toBe(fits + tail)
    expect(sidecarName(`${fits}x`, 'jane-doe', '3f9a1c07', 'aabbccdd')).toBe(
      `${fits.slice(0, -9)}~aabbccdd${tail}`,
    )
  })

  it('is cut between graphemes', () => {
    const name = sidecarName('👩‍👩‍👧‍👦'.repeat(30), 'jane-doe', '3f9a1c07', 'aabbccdd')
    expect(name).toBe(`${'👩‍👩‍👧‍👦'.repeat(7)}~aabbccdd.jane-doe-3f9a1c07.annotations.json`)
  })

  it('never exceeds 240 bytes and is a candidate of its story', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (story) => {
        const name = sidecarName(story, 'a'.repeat(24), '3f9a1c07', 'aabbccdd')
        expect(bytes(name)).toBeLessThanOrEqual(240)
        expect(isCandidate(story, 'aabbccdd', name)).toBe(true)
        expect(isCandidate(story.normalize('NFD'), 'aabbccdd', name.normalize('NFC'))).toBe(true)
      }),
    )
  })
})

describe('a candidate of harbour.txt', () => {
  test.each([
    ['its sidecar', 'harbour.txt.jane-doe-3f9a1c07.annotations.json', true],
    [
      'Syncthing’s copy',
      'harbour.txt.jane-doe-3f9a1c07.annotations.sync-conflict-20261122-090352-EVLD5PH.json',
      true,
    ],
    [
      'Dropbox’s copy',
      'harbour.txt.jane-doe-3f9a1c07.annotations (Jane’s conflicted copy 2026-11-22).json',
      true,
    ],
    [
      'Nextcloud’s copy',
      'harbour.txt.jane-doe-3f9a1c07.annotations (conflicted copy 2026-11-22 090352).json',
      true,
    ],
    ['OneDrive’s copy', 'harbour.txt.jane-doe-3f9a1c07.annotations-DESK-7.json', true],
    ['Google Drive’s copy', 'harbour.txt.jane-doe-3f9a1c07.annotations (1).json', true],
    ['iCloud’s copy', 'harbour.txt.jane-doe-3f9a1c07.annotations 2.json', true],
    ['a copy with the extension in capitals', 'harbour.txt.jane-doe-3f9a1c07.annotations.JSON', true],
    [
      'the sidecar of another story whose name begins alike',
      'harbour.txt.bak.txt.jane-doe-3f9a1c07.annotations.json',
      true,
    ],
    ['a sidecar with a cut name', 'harb~aabbccdd.jane-doe-3f9a1c07.annotations.json', true],
    ['one cut from another story', 'harp~aabbccdd.jane-doe-3f9a1c07.annotations.json', false],
    ['one with the hash of another name', 'harb~00bbccdd.jane-doe-3f9a1c07.annotations.json', false],
    ['the story itself', 'harbour.txt', false],
    [
      'a sidecar that was set aside',
      'harbour.txt.jane-doe-3f9a1c07.annotations.json.damaged-2026-11-22',
      false,
    ],
    ['a longer story’s sidecar', 'harbour.txt2.jane-doe-3f9a1c07.annotations.json', false],
    ['a shorter story’s sidecar', 'harbour.jane-doe-3f9a1c07.annotations.json', false],
  ])('%s: %s %s', (_, file, expected) => {
    expect(isCandidate('harbour.txt', 'aabbccdd', file)).toBe(expected)
  })

  it('is found whether a file system composes letters or not', () => {
    const composed = 'café.txt'.normalize('NFC')
    const file = 'café.txt.jane-doe-3f9a1c07.annotations.json'
    expect([
      isCandidate(composed, 'aabbccdd', file.normalize('NFD')),
      isCandidate(composed.normalize('NFD'), 'aabbccdd', file.normalize('NFC')),
    ]).toEqual([true, true])
  })
})
