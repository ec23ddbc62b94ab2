import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { readStory } from '../../shared/story/read-story.ts'
import type { Printer } from './anchoring.ts'
import {
  amongNoteNumbers,
  blocksIn,
  bodyTextOf,
  inWords,
  isAll,
  notesIn,
  paperOf,
  REPORT_BODY,
  rightToLeftIn,
} from './office-text.ts'
import { output } from './office-tools.ts'

/**
 * The PDF report by the built command, where it makes one: tagged, fonts embedded, story and notes found in it.
 * @returns how many reports have something wrong
 */
export function evaluatePdf(root: string, folder: string, print: Printer): number {
  const galley = path.join(root, 'dist/cli/galley.js')
  const run = (...args: readonly string[]) =>
    output(process.execPath, [galley, ...args], {
      GALLEY_DATA: path.join(folder, 'data'),
      GALLEY_NO_SANDBOX: '1',
    })
  const help = existsSync(galley) ? run('export', '--help') : null
  if (help === null || !/\bpdf\b/.test(help)) {
    print.out(
      `PDF reports: ${help === null ? 'the command is not built (npm run build)' : 'the command makes none yet'}`,
    )
    return 0
  }
  const stories = copyStories(path.join(root, 'fixtures'), path.join(folder, 'stories'))
  const out = path.join(folder, 'report-pdf')
  let wrong = 0
  for (const story of stories) {
    const name = path.basename(story)
    const written = run('export', story, '--to', 'pdf', '--out', out)?.trim().split('\n').at(-1)
    if (written === undefined) {
      wrong++
      print.out(`PDF of ${name}: was not written`)
      continue
    }
    const pdf = path.resolve(out, path.basename(written))
    // In the order of the page's own text: emoji are higher than a line, and would be sorted to another one.
    const text = bodyTextOf(pdf, REPORT_BODY, ['-raw'])
    const sorted = bodyTextOf(pdf, REPORT_BODY)
    const read = readStory(name, readFileSync(story, 'utf8'))
    const blocks = blocksIn(read, text, amongNoteNumbers, true)
    const turned = rightToLeftIn(read, sorted)
    const isStory = isAll(blocks) && isAll(turned)
    const notes = notesIn(notesOn(story), text, sorted)
    const { pages, isTagged, fonts } = paperOf(pdf)
    if (!isStory || !isAll(notes) || !isAll(fonts) || !isTagged) wrong++
    print.out(
      `PDF of ${name}: ${pages} pages, ${isTagged ? 'tagged' : 'NOT tagged'}, ${inWords(fonts)} fonts embedded, ${inWords(blocks)} blocks in order, ${turned.of === 0 ? '' : `${inWords(turned)} from right to left by their words, `}${inWords(notes)} notes`,
    )
  }
  return wrong
}

/** With their sidecars. @returns paths of the stories */
function copyStories(from: string, to: string): readonly string[] {
  mkdirSync(to, { recursive: true })
  const names = readdirSync(from).filter((name) => /\.(?:txt|md|json)$/.test(name) && name !== 'README.md')
  for (const name of names) copyFileSync(path.join(from, name), path.join(to, name))
  return names.filter((name) => /\.(?:txt|md)$/.test(name)).map((name) => path.join(to, name))
}

/** What the sidecars beside a story say. */
function notesOn(story: string): readonly string[] {
  const folder = path.dirname(story)
  const sidecars = readdirSync(folder).filter(
    (name) => name.startsWith(path.basename(story)) && name.endsWith('.annotations.json'),
  )
  return sidecars.flatMap((name) => {
    const sidecar: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
    const found = JSON.stringify(sidecar).matchAll(/"purpose":"commenting","value":("(?:[^"\\]|\\.)*")/g)
    return [...found].map(([, value = '""']) => String(JSON.parse(value)))
  })
}
