import { durableReplace } from './durable-replace.ts'

/** Writes a report where a person wants it; an older file of that name is replaced. @throws the system's error. */
export async function writeExport(file: string, content: string): Promise<void> {
  await durableReplace(file, Buffer.from(content, 'utf8'), { newFileMode: 0o666 })
}
