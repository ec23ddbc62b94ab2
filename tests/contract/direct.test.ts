import { directTransport } from '../../electron/desk/direct.ts'
import { deskContract } from '../helpers/desk-contract.ts'

deskContract('no wire', async (desk) => {
  const { transport, client } = directTransport(desk)
  return { transport, close: () => client.close() }
})
