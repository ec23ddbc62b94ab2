/**
 * Top-level scalars and short lists of front matter, as text: `key: value` (YAML) or `key = "value"` (TOML). It
 * is shown, not computed with, so nothing nested is read and no value gets a type.
 * @param source without its fences
 */
export function readFrontMatter(source: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  let listKey: string | null = null
  for (const line of source.split('\n')) {
    const entry = /^([\p{L}\p{N}_][\p{L}\p{N}_ .-]*?)[ \t]*[:=](?:[ \t]+(.*))?$/u.exec(line)
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line)?.[1]
    if (entry !== null) {
      const [, key = '', value = ''] = entry
      listKey = value.trim() === '' ? key : null
      if (listKey === null) found.set(key, scalar(value))
    } else if (item !== undefined && listKey !== null) {
      const before = found.get(listKey)
      found.set(listKey, before === undefined ? scalar(item) : `${before}, ${scalar(item)}`)
    }
  }
  return Object.fromEntries(found)
}

/** Quotes and the brackets of a short list taken off. */
function scalar(value: string): string {
  const text = value.trim()
  const list = /^\[(.*)\]$/.exec(text)?.[1]
  if (list !== undefined) return list.split(',').map(scalar).join(', ')
  return /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1] ?? text
}
