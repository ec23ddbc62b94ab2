import { describe, expect, it } from 'vitest'
import { freshSidecarName, isOwnName, pendingPath, type Writer } from '../../electron/storage/sidecar-file.ts'
import { annotatorId, deviceId } from '../helpers/annotation.ts'

const jane: Writer = { annotator: annotatorId(1), name: 'Jane Doe', device: deviceId(1) }
const story = 'harbour-tunnel.txt'
const own = freshSidecarName(story, jane)

describe('the name of a sidecar', () => {
  it('is the story’s, a slug, and eight digits of the writer', () => {
    expect(own).toMatch(/^harbour-tunnel\.txt\.jane-doe-[0-9a-f]{8}\.annotations\.json$/)
  })

  it('differs for the same person on another computer', () => {
    const names = [jane, { ...jane, device: deviceId(2) }, { ...jane, annotator: annotatorId(2) }]
    expect(new Set(names.map((writer) => freshSidecarName(story, writer))).size).toBe(3)
  })

  it.each([
    ['its own', own, true],
    ['one from before the person changed the name', own.replace('jane-doe', 'jane-roe'), true],
    ['one of another computer', freshSidecarName(story, { ...jane, device: deviceId(2) }), false],
    ['the copy of a sync tool', own.replace('.json', '.sync-conflict-20261122-090352-EVLD5PH.json'), false],
    ['one of a story that begins alike', own.replace('.txt.', '.txt.bak.txt.'), false],
    ['one that was set aside', `${own}.damaged-2026-11-22T09-03-52Z`, false],
  ])('is taken for %s', (_name, file, expected) => {
    expect(isOwnName(file, story, jane)).toBe(expected)
  })

  it('is known again when the file system composes its letters in another way', () => {
    const name = 'Übersee.txt'
    const file = freshSidecarName(name, jane)
    expect(isOwnName(file.normalize('NFD'), name.normalize('NFC'), jane)).toBe(true)
    expect(isOwnName(file.normalize('NFC'), name.normalize('NFD'), jane)).toBe(true)
  })

  it('waits in the data folder under its own name, apart for each folder', () => {
    const places = ['/a', '/b'].map((folder) => pendingPath('/data', `${folder}/${own}`))
    expect(new Set(places).size).toBe(2)
    for (const place of places) expect(place).toMatch(new RegExp(`^/data/pending/[0-9a-f]{32}/${own}$`))
  })
})
