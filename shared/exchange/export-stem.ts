import { folded, type Made, stemOf } from './made.ts'

/** Would the exports of a story, each named after its stem, have the names that another story's exports have? */
export function sharesExports(name: string, other: string): boolean {
  const stem = folded(stemOf(name))
  return folded(name) !== folded(other) && (stem === folded(stemOf(other)) || stem === folded(other))
}

/**
 * What the exports of a story are named after: its stem, as in `council.report.html`, or its whole name where that would
 * be another's too, as in `council.docx.report.html` beside a `council.txt`. All that share a stem give it up, so that no
 * name depends on which was exported first, and a report made when one of them was alone is never taken for the other's.
 * @param others names of the other stories, of the same folder or of the same run
 */
export function exportStem(name: string, others: readonly string[]): string {
  return others.some((other) => sharesExports(name, other)) ? name : stemOf(name)
}

/** An export of the story with this name, named after `stem` instead of the story's own. */
export function withStem(made: Made, storyName: string, stem: string): Made {
  const own = stemOf(storyName)
  if (stem === own) return made
  const named = (name: string) => (name.startsWith(`${own}.`) ? stem + name.slice(own.length) : name)
  const files = made.files.map((file) => ({ ...file, name: named(file.name) }))
  return { ...made, name: named(made.name), files }
}
