import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { tempFolder } from './temp-folder.ts'

/** Writes a Node script that stands in for a program, for the running test; returns its path. */
export function standInScript(code: string): string {
  const file = path.join(tempFolder(), 'stand-in.cjs')
  writeFileSync(file, code)
  return file
}
