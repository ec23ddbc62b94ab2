import { jsonLdOf } from '../../report/jsonld.ts'
import type { ReportInput } from '../../report/report-input.ts'
import { lossesOf } from '../losses.ts'
import { type Made, stemOf } from '../made.ts'

/** The chosen layers and the answers to them as one file of Web Annotations; the story itself is not in it. */
export function jsonldExport(input: ReportInput): Made {
  const name = `${stemOf(input.story.name)}.annotations.jsonld`
  return {
    name,
    files: [
      {
        name,
        mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        content: jsonLdOf(input),
      },
    ],
    leftOut: lossesOf([], [], input).list(),
  }
}
