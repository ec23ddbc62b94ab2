/**
 * What an item of a wire has by every version of ninjs: what it is, when and whether it counts, what it says. A package
 * file, a page's JSON-LD or a report of some program has no two of them.
 * Source: IPTC ninjs 1.4, 2.1 and 3.0, JSON schemas.
 */
const NINJS_MEMBERS = [
  'uri|standard',
  'versioncreated|versionCreated|firstcreated|firstCreated|pubstatus|pubStatus',
  'headlines?|headline_\\w+|bodies|body_\\w+|descriptions|description_\\w+',
].map((names) => new RegExp(`"(?:${names})"\\s*:`))

/** Whether the first characters of a file are those of a ninjs story. */
export function looksLikeNinjs(head: string): boolean {
  if (!/^\ufeff?\s*\{/.test(head) || /"@context"\s*:/.test(head)) return false
  return NINJS_MEMBERS.filter((member) => member.test(head)).length >= 2
}

/** Whether the first characters of a file are those of an NITF story, be it in an envelope. */
export function looksLikeNitf(head: string): boolean {
  return /^\ufeff?\s*</.test(head) && /<(?:[\w.-]+:)?nitf[\s>]/.test(head)
}
