import fsp from 'node:fs/promises'
import { codeOf } from './io-error.ts'

/** Makes the names in a folder durable: without it a power cut can take back a finished rename. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder for this; there the rename itself is written through.
  if (process.platform === 'win32') return
  const handle = await fsp.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network and FUSE mounts have no such call.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error
  } finally {
    await handle.close()
  }
}
