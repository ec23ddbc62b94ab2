import type { CleanPackage } from './clean-package.ts'
import { OWN_IDS } from './own-ids.ts'
import { styleMap } from './style-map.ts'

/** Word's text as HTML. `src` of each picture is its number in the package. */
export interface DocxHtml {
  readonly html: string
  /** What mammoth said, in its words. */
  readonly messages: readonly string[]
}

/**
 * @throws Error what mammoth throws
 */
export async function toHtml({ bytes }: CleanPackage): Promise<DocxHtml> {
  // A third of what the thread is made of, and most of what it reads is no Word document.
  const { default: mammoth } = await import('mammoth')
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      styleMap: [...styleMap],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      idPrefix: OWN_IDS,
      convertImage: mammoth.images.imgElement(async (image) => ({
        src: await image.read('utf-8').catch(() => ''),
      })),
    },
  )
  return { html: value, messages: messages.map(({ message }) => message) }
}
