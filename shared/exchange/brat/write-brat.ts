import { isPlaced } from '../../annotation/annotation.ts'
import { chosenAnnotations, type ReportInput } from '../../report/report-input.ts'
import { tagsOf } from '../../report/report-tags.ts'
import { lossesOf } from '../losses.ts'
import { type Made, type MadeFile, stemOf } from '../made.ts'
import { readLine } from './ann-line.ts'
import { annLines } from './ann-out.ts'
import { annotationConf, visualConf } from './conf.ts'
import { keptMarkOf } from './kept.ts'
import { bratNames } from './names.ts'

/**
 * The story and the chosen annotations as a folder that brat opens: the text, the annotations, and the two files of
 * configuration without which it shows types that it doesn't know. INCEpTION reads the text and the annotations.
 *
 * All layers go into one `.ann`: brat keeps no authors, and the way to tell them apart there, a folder for each
 * person, would tear relations between their marks. Orphans have no offsets, so they can't go in.
 */
export function bratExport(input: ReportInput): Made {
  const chosen = chosenAnnotations(input)
  const placed = chosen.filter(isPlaced)
  const tags = tagsOf(input.tags, chosen)
  const fromBrat = new Set<string>(placed.filter((one) => keptMarkOf(one) !== null).map(({ tag }) => tag))
  const names = bratNames(
    tags.map(({ id }) => id),
    fromBrat,
  )
  const typeOf = (tag: string): string => names.get(tag) ?? tag
  const { lines, lostLinks, unheld, joined } = annLines(input, placed, typeOf)
  const read = lines.flatMap((text, index) => readLine(text, index + 1) ?? [])
  const stem = stemOf(input.story.name)
  const losses = lossesOf(
    ['annotators', 'times', 'confirmed-words', 'alternatives', 'replies', 'layout'],
    placed,
    input,
  )
  losses.add('orphans', chosen.length - placed.length + unheld)
  losses.add('links', lostLinks)
  losses.add('note-lines', joined)
  return {
    name: `${stem}.brat`,
    files: [
      textFile(`${stem}.txt`, input.story.text),
      textFile(`${stem}.ann`, lines.map((line) => `${line}\n`).join('')),
      textFile('annotation.conf', annotationConf(read, tags, typeOf)),
      textFile('visual.conf', visualConf(read, tags, typeOf)),
    ],
    leftOut: losses.list(),
  }
}

function textFile(name: string, content: string): MadeFile {
  return { name, mediaType: 'text/plain; charset=utf-8', content }
}
