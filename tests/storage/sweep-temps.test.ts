import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { textsFolder } from '../../electron/storage/story-folder.ts'
import { sweepTemps } from '../../electron/storage/sweep-temps.ts'
import { tempName } from '../../electron/storage/temp-name.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

it('removes own temporary files that are old and whose process is gone, and nothing else', async () => {
  const folder = tempFolder()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const put = (name: string, hoursAgo: number) => {
    const file = path.join(folder, name)
    writeFileSync(file, '')
    const at = Date.now() / 1000 - hoursAgo * 3600
    utimesSync(file, at, at)
    return name
  }
  put(tempName(dead, '0123456789ab'), 2)
  const stays = [
    put(tempName(dead, '0123456789ac'), 0.5),
    put(tempName(process.pid, '0123456789ad'), 2),
    put('.~other-123-0123456789ab.tmp', 2),
    put(`${tempName(dead, '0123456789ae')}.txt`, 2),
    put('story.txt', 2),
  ]
  const folderLike = tempName(dead, '0123456789af')
  const linkLike = tempName(dead, '0123456789b0')
  mkdirSync(path.join(folder, folderLike))
  symlinkSync(path.join(folder, 'story.txt'), path.join(folder, linkLike))
  expect(await sweepTemps(folder, Date.now() + 1)).toBe(1)
  expect(readdirSync(folder).sort()).toEqual([...stays, folderLike, linkLike].sort())
  expect(await sweepTemps(path.join(folder, 'nowhere'), Date.now())).toBe(0)
})

it('looks also where the texts of the stories are kept', async () => {
  const folder = tempFolder()
  const texts = textsFolder(folder)
  mkdirSync(texts, { recursive: true })
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  const temp = path.join(texts, tempName(dead, '0123456789ab'))
  for (const file of [temp, path.join(texts, 'text.gz')]) {
    writeFileSync(file, '')
    utimesSync(file, 1, 1)
  }
  expect(await sweepTemps(folder, Date.now())).toBe(1)
  expect(readdirSync(texts)).toEqual(['text.gz'])
})
