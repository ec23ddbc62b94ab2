import type { TagCount } from '../../state/selectors.ts'

// English words that take a plain s: labels of another kind, or in another language, are left as they are.
const takesS = /^[a-z][a-z -]*[abd-gik-rtuvw]$/i

/** "12 facts · 1 caption · Données 3"; tags that were not used are left out. */
export function countsInWords(tags: readonly TagCount[]): string {
  return tags
    .filter(({ count }) => count > 0)
    .map(({ tag, count }) => {
      const number = count.toLocaleString()
      if (!takesS.test(tag.shortLabel)) return `${tag.shortLabel} ${number}`
      return `${number} ${tag.shortLabel.toLowerCase()}${count === 1 ? '' : 's'}`
    })
    .join(' · ')
}
