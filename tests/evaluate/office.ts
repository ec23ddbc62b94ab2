import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { docxReport } from '../../electron/exchange/word/report-docx.ts'
import { directionOf } from '../../shared/story/direction.ts'
import { readStory } from '../../shared/story/read-story.ts'
import type { Story } from '../../shared/story/story.ts'
import { madeReport } from '../helpers/made-report.ts'
import { harbourThreads } from '../helpers/replies.ts'
import { readWord, type WordDocument } from '../helpers/word-document.ts'
import type { Printer } from './anchoring.ts'
import { type Compared, compareComments } from './office-compare.ts'
import { evaluatePdf } from './office-pdf.ts'
import { blocksIn, bodyTextOf, inWords, paperOf } from './office-text.ts'
import { missingTools, output } from './office-tools.ts'

interface Sample {
  readonly name: string
  readonly story: Story
  readonly written: WordDocument
}

/**
 * Writes every story of `fixtures/` with made annotations as a Word document, lets LibreOffice read it and write it
 * again as .docx, .txt and .pdf, and prints what is found again.
 *
 * @param root of the project
 * @returns the exit code: 1 if a comment, its author, time, words or place, or a word of a story was lost; 2 if a
 * program is missing
 */
export async function evaluateOffice(root: string, keep: string | null, print: Printer): Promise<number> {
  const missing = missingTools(print.out)
  if (missing !== null) {
    print.error(missing)
    return 2
  }
  const folder = keep ?? mkdtempSync(path.join(os.tmpdir(), 'galley-office-'))
  try {
    const samples = await writeSamples(path.join(root, 'fixtures'), folder)
    print.out((output('soffice', ['--version']) ?? '').trim())
    for (const format of ['docx', 'txt:Text (encoded):UTF8', 'pdf']) convert(folder, samples, format)
    const lost = samples.map((sample) => report(sample, folder, print)).reduce((sum, one) => sum + one, 0)
    print.out(`${samples.length} documents, ${lost} losses${threadNote(folder, samples)}`)
    const wrong = evaluatePdf(root, folder, print)
    return lost + wrong > 0 ? 1 : 0
  } finally {
    if (keep === null) rmSync(folder, { recursive: true, force: true })
  }
}

async function writeSamples(fixtures: string, folder: string): Promise<readonly Sample[]> {
  mkdirSync(path.join(folder, 'ours'), { recursive: true })
  const stories = readdirSync(fixtures)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
    .map((name) => madeReport(readStory(name, readFileSync(path.join(fixtures, name), 'utf8'))))
  const inputs = [...stories, harbourThreads]
  return Promise.all(
    inputs.map(async (input) => {
      const content = (await docxReport(input)).files[0]?.content
      if (!(content instanceof Uint8Array)) throw new Error('the report is not bytes')
      // The stand-in of the unit tests has the name of a fixture with another ending.
      const name = input === harbourThreads ? 'small-with-answers' : input.story.name
      writeFileSync(path.join(folder, 'ours', `${name}.docx`), content)
      return { name, story: input.story, written: readWord(content) }
    }),
  )
}

/**
 * LibreOffice 7.4 knows `w15:commentEx` and its `done`, and no `paraIdParent`: whose answer an answer is can’t be seen in
 * what it wrote.
 */
function threadNote(folder: string, samples: readonly Sample[]): string {
  const some = samples.some(({ name }) =>
    readWord(readFileSync(path.join(folder, 'docx', `${name}.docx`))).comments.some(
      ({ parent }) => parent !== null,
    ),
  )
  return some
    ? ''
    : ' (this LibreOffice keeps answers as comments and writes no threads; ours are tested in the unit tests)'
}

/** All documents in one run of LibreOffice, with a profile of its own. */
function convert(folder: string, samples: readonly Sample[], format: string): void {
  const files = samples.map(({ name }) => path.join(folder, 'ours', `${name}.docx`))
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  const [ending = ''] = format.split(':')
  const out = path.join(folder, ending)
  if (
    output('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, ...files]) === null
  ) {
    throw new Error(`LibreOffice did not write ${ending}`)
  }
}

/** @returns how much was lost that a newer LibreOffice or Word would keep too */
function report({ name, story, written }: Sample, folder: string, print: Printer): number {
  const theirs = readWord(readFileSync(path.join(folder, 'docx', `${name}.docx`)))
  const compared = compareComments(written, theirs)
  const plain = readFileSync(path.join(folder, 'txt', `${name}.txt`), 'utf8')
  const pdf = path.join(folder, 'pdf', `${name}.pdf`)
  const blocks = blocksIn(story, plain)
  const onPaper = blocksIn(story, bodyTextOf(pdf))
  const { pages, fonts } = paperOf(pdf)
  const rtl = directionOf(story.text) === 'rtl' ? ' (pdftotext turns lines of this script about)' : ''
  print.out(`${name}: ${lineOf(compared)}`)
  print.out(
    `  blocks of the story in order: ${inWords(blocks)} in .txt, ${inWords(onPaper)} in .pdf${rtl}; ${pages} pages, ${inWords(fonts)} fonts embedded`,
  )
  for (const loss of compared.losses.slice(0, 5)) print.out(`  ${loss}`)
  if (compared.losses.length > 5) print.out(`  … and ${compared.losses.length - 5} more`)
  const storyKept = theirs.before('Not Found Heading') === story.text
  if (!storyKept) print.out('  the story text is another one')
  return compared.losses.length + Number(!storyKept) + (blocks.of - blocks.found)
}

function lineOf(compared: Compared): string {
  const { comments, words, authors, dates, ranges, resolved, resolvedWanted } = compared
  const { answers, answersWanted, threaded, isTextEqual } = compared
  return [
    `${comments} comments`,
    `words ${words}`,
    `authors ${authors}`,
    `times ${dates}`,
    `ranges ${ranges}`,
    `resolved ${resolved} of ${resolvedWanted}`,
    `answers ${answers} of ${answersWanted} (${threaded} in their thread)`,
    isTextEqual ? 'text equal' : 'text NOT equal',
  ].join(', ')
}
