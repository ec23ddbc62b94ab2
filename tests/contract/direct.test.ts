import { directTransport } from '../../electron/desk/direct.ts'
import { deskContract } from './desk-contract.ts'

deskContract('no wire at all', async (desk) => ({
  window: async () => directTransport(desk),
  close: async () => {},
}))
