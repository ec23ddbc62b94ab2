import { beforeAll } from 'vitest'
import { createIpcTransport } from '../../renderer/desk/ipc-transport.ts'
import { ipcWindow } from '../helpers/ipc-wire.ts'
import { builtPreload } from '../helpers/preload.ts'
import { deskContract } from './desk-contract.ts'

let preload = ''
beforeAll(() => {
  preload = builtPreload()
}, 60_000)

deskContract('Electron’s IPC', async (desk) => ({
  async window() {
    const { bridge, client } = ipcWindow(desk, preload)
    // A dropped file is the preload's own way in, and has tests of its own.
    const openDropped = async () => ({ ok: false, error: { kind: 'forbidden' } }) as const
    return { transport: createIpcTransport({ ...bridge, openDropped }), client }
  },
  close: async () => {},
}))
