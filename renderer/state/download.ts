import type { Exported } from '../../shared/desk/contract-export.ts'

// The browser reads the content after the click, in its own time.
const KEEP = 60_000

/** Hands an export to the browser's downloads. */
export function download({ name, mediaType, content }: Extract<Exported, { kind: 'download' }>): void {
  const address = URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: mediaType }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP)
}
