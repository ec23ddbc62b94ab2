import type { PublicContent } from '../../shared/annotation/annotation.ts'

/** Another version of an annotation on one line: `attribution · Name on record? · kind: unnamed` */
export function versionWords({ tag, note, fields }: PublicContent): string {
  const values = Object.entries(fields).map(([id, value]) => `${id}: ${value}`)
  const words = [tag, note, ...values].filter((word) => word !== '').join(' · ')
  return words.replace(/\s*[\r\n]\s*/g, ' ')
}
