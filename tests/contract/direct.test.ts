import { directTransport } from '../../electron/desk/direct.ts'
import { deskContract } from './desk-contract.ts'

deskContract('no wire', async (desk) => {
  const windows: ReturnType<typeof directTransport>[] = []
  return {
    async window() {
      const window = directTransport(desk)
      windows.push(window)
      return window
    },
    async close() {
      for (const { client } of windows) await client.close()
    },
  }
})
