/** What the wire says of the story as a whole; nothing for one that may be used. */
export function statusWarning(status: string): readonly string[] {
  if (/^cancell?ed$/i.test(status)) return ['The wire has cancelled this story.']
  if (/^withheld$/i.test(status)) return ['The wire has withheld this story; it is not to be published yet.']
  return []
}

const known: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  ['video', ['video', 'videos']],
  ['audio', ['sound recording', 'sound recordings']],
  ['page', ['embedded page', 'embedded pages']],
  ['drawing', ['drawing', 'drawings']],
])

/** @param types of what came with the story and can't be shown */
export function otherMedia(types: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].map(([type, count]) => {
    const [one, many] = known.get(type) ?? [`attachment (${type})`, `attachments (${type})`]
    return count === 1 ? `1 ${one} was left out.` : `${count} ${many} were left out.`
  })
}

/** Pictures whose files only the wire's own computers have. */
export function hiddenPictures(pictures: readonly { readonly source: string }[]): readonly string[] {
  const count = pictures.filter(({ source }) => source === '').length
  if (count === 0) return []
  return [
    count === 1
      ? '1 picture can’t be shown: it has no address on the web.'
      : `${count} pictures can’t be shown: they have no address on the web.`,
  ]
}
