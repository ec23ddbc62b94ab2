import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentenceFor } from '../../shared/messages.ts'
import {
  type BadInput,
  badSchemes,
  badSidecars,
  badStories,
  readOnlyFolder,
  vanishing,
} from '../helpers/bad-inputs.ts'
import { startChild } from '../helpers/child.ts'
import type { Opened } from '../helpers/children/opener.ts'
import { fileHashes } from '../helpers/file-hashes.ts'

interface Outcome extends Opened {
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
}

const inputs = [...badStories, ...badSidecars, ...badSchemes, readOnlyFolder, vanishing]
const outcomes = new Map<string, Outcome>()
const root = mkdtempSync(path.join(tmpdir(), 'galley-bad-'))

// One process without root's rights opens them all: permissions mean nothing to root.
beforeAll(async () => {
  chmodSync(root, 0o777)
  const jobs = inputs.map((input, n) => {
    const folder = path.join(root, `stories-${n}`)
    mkdirSync(folder)
    chmodSync(folder, 0o777)
    const story = input.make(folder)
    const before = fileHashes(folder)
    return { story, own: path.join(root, `own-${n}`), vanish: input === vanishing, folder, before, input }
  })
  const opened: Opened[] = []
  const onLine = (line: string) => opened.push(JSON.parse(line))
  const { code, errors } = await startChild('opener', jobs, { onLine, unprivileged: true }).ended
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  for (const [n, { folder, before, input }] of jobs.entries()) {
    const one = opened[n]
    if (one === undefined) throw new Error(`nothing was said about ${input.name}`)
    outcomes.set(input.name, { ...one, before, after: fileHashes(folder) })
    chmodSync(folder, 0o755)
  }
}, 60_000)

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Files and folders, but for the text that is kept for following the marks. */
function namesIn(folder: Outcome['after']): readonly string[] {
  return Object.keys(folder).filter((name) => !name.startsWith('.galley'))
}

function outcomeOf({ name }: BadInput): Outcome {
  const outcome = outcomes.get(name)
  if (outcome === undefined) throw new Error(`${name} was not tried`)
  return outcome
}

describe('bad inputs', () => {
  it('are at least twenty', () => {
    expect(inputs.length).toBeGreaterThanOrEqual(20)
    console.log(`bad inputs: tried=${outcomes.size}`)
  })

  it.each(badStories)('$name: the story is refused with a sentence, and nothing is changed', (input) => {
    const { problem, before, after } = outcomeOf(input)
    expect(problem && sentenceFor(problem)).toContain(input.says)
    expect(after).toEqual(before)
  })

  it.each([...badSidecars, ...badSchemes])(
    '$name: it is named with a sentence and left alone; the story can be marked',
    (input) => {
      const { problem, unreadable, save, before, after } = outcomeOf(input)
      expect({ problem, save: save?.kind }).toEqual({ problem: null, save: 'saved' })
      expect(unreadable.map(sentenceFor)).toEqual([expect.stringContaining(input.says)])
      expect(after).toMatchObject(before)
      expect(namesIn(after)).toHaveLength(namesIn(before).length + 1)
    },
  )

  it('a read-only folder: marks are kept on this computer, and nothing is changed', () => {
    const { problem, save, before, after } = outcomeOf(readOnlyFolder)
    expect(problem).toBeNull()
    expect(save).toMatchObject({ kind: 'kept', reason: { kind: 'folder-read-only' } })
    expect(save?.kind === 'kept' && sentenceFor(save.reason)).toContain(readOnlyFolder.says)
    expect(after).toEqual(before)
  })

  it('a story that vanishes while it is open: marks are saved, and opening again says so', () => {
    const { problem, save, after } = outcomeOf(vanishing)
    expect(save?.kind).toBe('saved')
    expect(problem && sentenceFor(problem)).toContain(vanishing.says)
    expect(namesIn(after)).toEqual([expect.stringMatching(/^story\.txt\.jane-doe-.*\.annotations\.json$/)])
  })
})
