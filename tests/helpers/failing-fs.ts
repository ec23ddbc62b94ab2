import fsp, { type FileHandle } from 'node:fs/promises'
import { vi } from 'vitest'

const failure = (code: string) => Object.assign(new Error(code), { code })
const handleCalls = ['write', 'sync', 'stat', 'chmod', 'close'] as const
const folderCalls = ['open', 'rename', 'link', 'stat', 'realpath', 'readFile', 'mkdir'] as const

/**
 * Lets the nth call that touches the disk fail, counted over everything that the storage code does with
 * node:fs/promises, but for the removal of temporary files.
 * @returns tells whether so many calls were made.
 */
export function failNthCall(nth: number, code: string): () => boolean {
  let calls = 0
  const count = () => {
    if (++calls === nth) throw failure(code)
  }
  const real = { ...fsp }
  for (const name of folderCalls) {
    const call = real[name] as (...given: unknown[]) => Promise<unknown>
    vi.spyOn(fsp, name).mockImplementation((async (...given: unknown[]) => {
      count()
      const result = await call(...given)
      return name === 'open' ? failingHandle(result as FileHandle, count) : result
    }) as never)
  }
  return () => calls >= nth
}

function failingHandle(handle: FileHandle, count: () => void): FileHandle {
  for (const name of handleCalls) {
    const call = (handle[name] as (...given: unknown[]) => Promise<unknown>).bind(handle)
    Object.assign(handle, {
      async [name](...given: unknown[]) {
        // A handle that fails to close is closed all the same.
        if (name === 'close') await call()
        count()
        return name === 'close' ? undefined : call(...given)
      },
    })
  }
  return handle
}
