import type { Properties } from 'hast'

/** Makes a whole address of one that a page wrote; for a page without a known address, of those that are whole. */
export type Resolve = (written: string) => string

/** Where a link leads: http, https and mailto only, else empty. */
export function linkOf(href: unknown, resolve: Resolve): string {
  const address = resolved(href, resolve)
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address : ''
}

const inline = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i
/** UTF-16 units of a picture inside the page; a shorter one is there until a script brings the real one. */
const SHORTEST_INLINE = 400
/** Pictures of nothing, for the same purpose. */
const empty = /(?:^|\/)(?:blank|spacer|pixel|placeholder|transparent|lazy|1x1)[^/]*$/i

/**
 * Where a picture is: an http or https address, a path as the page wrote it, or the picture itself as `data:`.
 * Empty: nowhere that a story may name.
 * @param sources properties of the `<img>`, then of the `<source>`s beside it
 */
export function pictureOf(sources: readonly Properties[], resolve: Resolve): string {
  for (const { src, srcSet, dataSrcset, dataSrc, dataOriginal, dataLazySrc } of sources) {
    const own = typeof src === 'string' && empty.test(src) ? '' : src
    for (const written of [own, dataSrc, dataOriginal, dataLazySrc, first(dataSrcset), first(srcSet)]) {
      const address = resolved(written, resolve)
      if (address !== '' && (/^https?:/i.test(address) || !/^[a-z][a-z\d+.-]*:/i.test(address)))
        return address
    }
    if (typeof src === 'string' && inline.test(src) && src.length >= SHORTEST_INLINE) return src
  }
  return ''
}

/** The first address of a `srcset`. */
function first(set: unknown): string {
  const text = Array.isArray(set) ? String(set[0] ?? '') : typeof set === 'string' ? set : ''
  return /^[\s,]*([^\s,]\S*?),?(?:\s|$)/.exec(text)?.[1] ?? ''
}

function resolved(written: unknown, resolve: Resolve): string {
  if (typeof written !== 'string') return ''
  // Browsers drop these signs; what is left of "java\nscript:" is what would run.
  const trimmed = written.replace(/[\t\r\n]/g, '').trim()
  // "//host/…" and "\\host\…" are the same to a browser: another computer.
  return trimmed === '' ? '' : resolve(trimmed.replace(/^[\\/]{2}/, 'https://'))
}
