import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../electron/exchange/docx/read-docx.ts'
import { printed } from '../../../helpers/printed-story.ts'
import { wordFixtures } from '../../../helpers/word/word-fixtures.ts'

// The files in fixtures/office are made by tests/helpers/word/word-fixtures.ts. To write them again, and what is read
// from them: WRITE_FIXTURES=yes npm run test:unit -- tests/unit/exchange/docx/fixtures.test.ts -u
const office = path.resolve(import.meta.dirname, '../../../../fixtures/office')
const golden = path.resolve(import.meta.dirname, '../../../golden/office')

describe.each(Object.entries(wordFixtures))('%s', (name, make) => {
  it('lies in fixtures/office as its script makes it', () => {
    const file = path.join(office, name)
    if (process.env.WRITE_FIXTURES === 'yes') fs.writeFileSync(file, make())
    expect(Buffer.from(make()).equals(fs.readFileSync(file))).toBe(true)
  })

  it('reads as the golden file says', async () => {
    const read = await readDocx(name, fs.readFileSync(path.join(office, name)))
    if (!read.ok) throw new Error(read.error.kind)
    await expect(printed(read.value)).toMatchFileSnapshot(path.join(golden, `${name}.txt`))
  })
})
