import fsp from 'node:fs/promises'
import path from 'node:path'
import { durableReplace } from './durable-replace.ts'
import { isMissing } from './io-error.ts'

/** Writes a report where a person wants it; an older file of that name is replaced. @throws the system's error. */
export async function writeExport(file: string, content: string): Promise<void> {
  await durableReplace(file, Buffer.from(content, 'utf8'), { newFileMode: 0o666 })
}

/** `report.html`, or `report (2).html` where that is taken, and so on; for when nobody was asked. */
export async function unusedPath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name)
  for (let number = 1; ; number++) {
    const file = path.join(folder, number === 1 ? name : `${stem} (${number})${ext}`)
    try {
      await fsp.lstat(file)
    } catch (error) {
      if (isMissing(error)) return file
      throw error
    }
  }
}
