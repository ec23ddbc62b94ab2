import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readNinjs } from '../../../../electron/exchange/wires/read-ninjs.ts'
import { readNitf } from '../../../../electron/exchange/wires/read-nitf.ts'
import { looksLikeNinjs, looksLikeNitf } from '../../../../shared/story/wire-heads.ts'
import { printed } from '../../../helpers/printed-story.ts'

const wires = path.resolve(import.meta.dirname, '../../../../fixtures/wires')
const golden = path.resolve(import.meta.dirname, '../../../golden/wires')
/** What a list of files reads of each. */
const HEAD = 4096

const stories = [
  'harbour-strike.ninjs1.json',
  'ice-road.ninjs2.json',
  'vaccine-claim.ninjs3.json',
  'bridge-closure.nitf.xml',
]

// To write the texts again after a change that was meant, and a raised reader version:
// npm run test:unit -- tests/unit/exchange/wires/fixtures.test.ts -u
describe.each(stories)('%s', (name) => {
  const raw = fs.readFileSync(path.join(wires, name), 'utf8')
  const read = name.endsWith('.json') ? readNinjs(name, raw) : readNitf(name, raw)

  it('has the text that lies beside it', async () => {
    if (!read.ok) throw new Error(read.error.kind)
    await expect(`${read.value.text}\n`).toMatchFileSnapshot(path.join(wires, `${name}.expected.txt`))
  })

  it('has the blocks, facts and warnings of the golden file', async () => {
    if (!read.ok) throw new Error(read.error.kind)
    await expect(printed({ story: read.value })).toMatchFileSnapshot(path.join(golden, `${name}.txt`))
  })

  it('is recognised by its beginning, as nothing else', () => {
    const head = raw.slice(0, HEAD)
    expect([looksLikeNinjs(head), looksLikeNitf(head)]).toEqual([
      name.endsWith('.json'),
      name.endsWith('.xml'),
    ])
  })
})
