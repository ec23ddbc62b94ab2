/**
 * Does a picture's source lead to the network? Nothing there is ever fetched. What has no scheme is a path from the
 * story's folder or a part of the document; `file:` and a drive (`C:`) are places on this computer, `data:` is the
 * picture itself.
 */
export function isRemoteImage(source: string): boolean {
  if (/^\s*(?:\/\/|\\\\)/.test(source)) return true
  const scheme = /^\s*([a-z][a-z0-9+.-]+):/i.exec(source)?.[1]?.toLowerCase()
  return scheme !== undefined && scheme !== 'file' && scheme !== 'data'
}
