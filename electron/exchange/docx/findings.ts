import type { Xml } from '../xml/read-xml.ts'
import { allOf } from '../xml/walk-xml.ts'

/** What the walk through a document met that a story has no place for. Numbers count pieces. */
export interface Findings {
  insertions: number
  deletions: number
  moves: number
  equations: number
  charts: number
  diagrams: number
  /** Embedded files, such as a table of Excel. */
  objects: number
  /** Pieces of other documents that Word would take in when it opens this one (`w:altChunk`). */
  chunks: number
  /** Runs that Word doesn't show. */
  hidden: number
}

export function noFindings(): Findings {
  return {
    insertions: 0,
    deletions: 0,
    moves: 0,
    equations: 0,
    charts: 0,
    diagrams: 0,
    objects: 0,
    chunks: 0,
    hidden: 0,
  }
}

/** Counts what is drawn from data that no reader here knows; pictures are not among it. */
export function countGraphics(node: Xml, findings: Findings): void {
  for (const { attributes } of allOf(node, 'a:graphicData')) {
    if (/\/chart(?:ex)?$/.test(attributes.uri ?? '')) findings.charts++
    if (attributes.uri?.endsWith('/diagram')) findings.diagrams++
  }
}
