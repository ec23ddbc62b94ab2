import type { DeskApi } from '../../shared/desk/contract.ts'
import { methods } from '../../shared/desk/methods.ts'
import type { Transport } from '../../shared/desk/transport.ts'

/**
 * The desk as typed calls over any transport. Replies are taken as the contract types them: what answers is
 * this Galley's own desk, and every reply of it is checked there by the compiler.
 */
export function createDeskClient(transport: Transport): DeskApi {
  const calls = Object.keys(methods).map((method) => [
    method,
    (input: unknown) => transport.call(method, input),
  ])
  return Object.fromEntries(calls)
}
