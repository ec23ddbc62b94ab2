import { expect, it } from 'vitest'
import { decodeWindows1252 } from '../../electron/storage/windows-1252.ts'

it('reads every byte of Windows-1252 as the standard says', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const high =
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
    String.fromCharCode(...Array.from({ length: 96 }, (_, index) => 0xa0 + index))
  const low = String.fromCharCode(...Array.from({ length: 128 }, (_, byte) => byte))
  expect(decodeWindows1252(bytes)).toBe(low + high)
})
