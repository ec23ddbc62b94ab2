import type { Properties } from 'hast'
import { namesOf } from './hidden.ts'

const bylines =
  /^(?:by-?line|author|authors|contributors?|(?:article|story|post|entry)-?(?:byline|authors?))(?:-?(?:name|names|line|s|info))?$/
const captions = /(?:^|-)(?:caption|cutline|photo-?credit|image-?credit|credit)(?:-text)?$/
const credits = /(?:^|-)(?:credits?|copyright|photographer|photo-?by|source)$/

/** What the names of an element say its words are. */
export function hintOf(properties: Properties): 'byline' | 'caption' | null {
  const names = allNames(properties)
  if (names.some((name) => bylines.test(name))) return 'byline'
  return names.some((name) => captions.test(name)) ? 'caption' : null
}

/** Names the maker of a picture, mostly behind its caption. */
export function isCredit(properties: Properties): boolean {
  return allNames(properties).some((name) => credits.test(name))
}

/** Classes, `itemprop` and `rel` in one form: `articleByline`, `article__byline`, `ArticleByline` → `article-byline`. */
export function allNames({ className, itemProp, rel, id }: Properties): readonly string[] {
  return [className, itemProp, rel, id].flatMap((value) =>
    namesOf(value).map((name) =>
      name
        .replace(/([a-z\d])([A-Z])/g, '$1-$2')
        .replace(/[_-]+/g, '-')
        .toLowerCase(),
    ),
  )
}
