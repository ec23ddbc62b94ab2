import { describe, expect, it } from 'vitest'
import type { SaveState } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { saveSentence, sentenceFor } from '../../shared/messages.ts'
import type { IsoTime } from '../../shared/units.ts'

const file = 'harbour tunnel.txt'

/** One failure of each kind: the mapped type asks for a new one as soon as there is a new kind. */
const failures: { readonly [K in Failure['kind']]: Extract<Failure, { kind: K }> } = {
  'not-found': { kind: 'not-found', file },
  vanished: { kind: 'vanished', file },
  'is-folder': { kind: 'is-folder', file },
  'not-a-file': { kind: 'not-a-file', file },
  'no-permission': { kind: 'no-permission', file },
  unsupported: { kind: 'unsupported', file, extension: '.pdf' },
  'empty-story': { kind: 'empty-story', file },
  binary: { kind: 'binary', file, found: 'a PNG image' },
  'broken-text': { kind: 'broken-text', file, at: 1204 },
  'too-large': { kind: 'too-large', file, bytes: 200_000_001, limit: 52_428_800 },
  unreadable: { kind: 'unreadable', file, code: 'EIO' },
  'not-listed': { kind: 'not-listed', file },
  'not-word': { kind: 'not-word', file, found: 'an Excel workbook' },
  'word-old': { kind: 'word-old', file },
  'word-locked': { kind: 'word-locked', file },
  'word-damaged': { kind: 'word-damaged', file, part: 'word/document.xml' },
  'word-missing-part': { kind: 'word-missing-part', file, part: 'word/document.xml' },
  'word-too-many-parts': { kind: 'word-too-many-parts', file, limit: 2000 },
  'word-too-large': { kind: 'word-too-large', file, limit: 200_000_000 },
  'word-ratio': { kind: 'word-ratio', file, part: 'word/document.xml', limit: 200 },
  'word-too-deep': { kind: 'word-too-deep', file, limit: 250 },
  'word-doctype': { kind: 'word-doctype', file, part: 'word/document.xml' },
  'wire-broken': { kind: 'wire-broken', file, what: 'JSON', line: 3, column: 14 },
  'wire-too-deep': { kind: 'wire-too-deep', file, limit: 250 },
  'wire-entities': { kind: 'wire-entities', file },
  'not-ninjs': { kind: 'not-ninjs', file, detail: 'it has no headline and no body' },
  'not-nitf': { kind: 'not-nitf', file, detail: 'its outermost element is <rss>' },
  'not-a-story': { kind: 'not-a-story', file, found: 'annotations of Galley' },
  'reading-too-long': { kind: 'reading-too-long', file, seconds: 10 },
  'reading-too-big': { kind: 'reading-too-big', file, megabytes: 512 },
  'reading-too-deep': { kind: 'reading-too-deep', file },
  'reading-failed': { kind: 'reading-failed', file },
  'reading-cancelled': { kind: 'reading-cancelled', file },
  'sidecar-empty': { kind: 'sidecar-empty', file },
  'sidecar-encoding': { kind: 'sidecar-encoding', file },
  'sidecar-json': { kind: 'sidecar-json', file, detail: 'line 3: a comma is missing' },
  'sidecar-foreign': { kind: 'sidecar-foreign', file, found: 'a list of numbers' },
  'sidecar-invalid': { kind: 'sidecar-invalid', file, detail: 'first.items.0.id: not a name' },
  'sidecar-newer': { kind: 'sidecar-newer', file, format: 2 },
  'sidecar-too-large': { kind: 'sidecar-too-large', file, bytes: 6_010_000, limit: 6_000_000 },
  'sidecar-too-deep': { kind: 'sidecar-too-deep', file, limit: 100 },
  'sidecar-io': { kind: 'sidecar-io', file, code: 'EIO' },
  'folder-read-only': { kind: 'folder-read-only', file },
  'folder-gone': { kind: 'folder-gone', file },
  'disk-full': { kind: 'disk-full', file },
  'file-locked': { kind: 'file-locked', file },
  'damaged-in-place': { kind: 'damaged-in-place', file, because: { kind: 'sidecar-empty', file } },
  busy: { kind: 'busy', file },
  'name-too-long': { kind: 'name-too-long', file },
  'save-io': { kind: 'save-io', file, code: 'EIO' },
  'text-conflict': { kind: 'text-conflict', file },
  'text-fixed': { kind: 'text-fixed', file, words: 'Ferry', what: 'table' },
  'text-differs': { kind: 'text-differs', file, words: 'The ferry' },
  'text-encoding': { kind: 'text-encoding', file, encoding: 'UTF-16LE' },
  'text-format': { kind: 'text-format', file, format: 'docx' },
  'text-empty': { kind: 'text-empty', file },
  'text-not-written': { kind: 'text-not-written', file, reason: { kind: 'disk-full', file } },
  'image-remote': { kind: 'image-remote', file },
  'image-missing': { kind: 'image-missing', file },
  'image-outside': { kind: 'image-outside', file },
  'image-unknown': { kind: 'image-unknown', file },
  'image-too-large': { kind: 'image-too-large', file, bytes: 20_000_001, limit: 20_000_000 },
  'quote-not-found': { kind: 'quote-not-found', file, quote: 'the mayor' },
  'quote-ambiguous': {
    kind: 'quote-ambiguous',
    file,
    quote: 'the mayor',
    places: [
      { start: 3, end: 12, context: 'so the mayor\nsaid' },
      { start: 40, end: 49, context: 'and the mayor left' },
    ],
  },
  'range-outside': { kind: 'range-outside', file, start: 5, end: 900, length: 80 },
  'unknown-tag': { kind: 'unknown-tag', tag: 'opinion', known: ['fact', 'assessment'] },
  'unknown-field': { kind: 'unknown-field', field: 'colour', tag: 'fact', known: ['status', 'source'] },
  'not-yours': { kind: 'not-yours', id: 'urn:uuid:1' },
  'unknown-annotation': { kind: 'unknown-annotation', id: 'urn:uuid:1' },
  'text-moved': { kind: 'text-moved', file },
  'name-empty': { kind: 'name-empty' },
  'name-too-long-for-person': { kind: 'name-too-long-for-person', limit: 80 },
  'unknown-layer': { kind: 'unknown-layer', layer: 'John Roe', known: ['Jane Doe'] },
  'compare-not-two': { kind: 'compare-not-two', named: 1, known: ['Jane Doe', 'M. Okafor'] },
  'scheme-io': { kind: 'scheme-io', file, code: 'EIO' },
  'scheme-too-large': { kind: 'scheme-too-large', file, bytes: 262_145, limit: 262_144 },
  'scheme-encoding': { kind: 'scheme-encoding', file },
  'scheme-json': { kind: 'scheme-json', file, line: 5, column: 3, detail: 'there is a comma too many' },
  'scheme-invalid': {
    kind: 'scheme-invalid',
    file,
    line: 14,
    where: 'tags[2].key',
    detail: 'must be a digit from 1 to 9',
  },
  'scheme-exists': { kind: 'scheme-exists', file },
  'import-empty': { kind: 'import-empty', file },
  'import-foreign': {
    kind: 'import-foreign',
    file,
    format: 'brat',
    detail: 'no line begins with an id such as T1 and a tab',
  },
  'import-json': { kind: 'import-json', file, line: 7, column: 3, detail: 'there is a comma too many' },
  'import-too-large': { kind: 'import-too-large', file, bytes: 80_000_000, limit: 67_108_864 },
  'import-too-deep': { kind: 'import-too-deep', file, limit: 100 },
  'import-too-long': { kind: 'import-too-long', file, seconds: 10 },
  'import-too-big': { kind: 'import-too-big', file, megabytes: 512 },
  'import-broken': { kind: 'import-broken', file },
  'import-nothing': { kind: 'import-nothing', file, detail: 'Annotation 1: it has no target' },
  'export-over': { kind: 'export-over', file },
  'export-twice': { kind: 'export-twice', file },
  'export-cancelled': { kind: 'export-cancelled' },
  'pdf-no-browser': { kind: 'pdf-no-browser' },
  'pdf-root': { kind: 'pdf-root' },
  'pdf-failed': { kind: 'pdf-failed', detail: 'exit code 1' },
  'pdf-too-slow': { kind: 'pdf-too-slow', seconds: 180 },
  'import-io': { kind: 'import-io', file, code: 'EACCES' },
  'import-not-text': { kind: 'import-not-text', file, found: 'a PNG image' },
  'import-unknown': { kind: 'import-unknown', file },
  'import-too-much': { kind: 'import-too-much', file, limit: 64 * 1024 * 1024 },
  'import-forgotten': { kind: 'import-forgotten' },
  'import-own-name': { kind: 'import-own-name', name: 'Jane Doe' },
  'unknown-story': { kind: 'unknown-story' },
  'bad-request': { kind: 'bad-request', detail: 'story: not a name' },
  'unknown-method': { kind: 'unknown-method', method: 'openPath' },
  forbidden: { kind: 'forbidden' },
  'no-name-yet': { kind: 'no-name-yet' },
  unreachable: { kind: 'unreachable' },
  internal: { kind: 'internal' },
}

const every: readonly Failure[] = Object.values(failures)

describe('the sentence for a failure', () => {
  it.each(every.map((failure) => [failure.kind, failure] as const))(
    'of kind %s is whole, names what it is about and says what to do',
    (_, failure) => {
      const sentence = sentenceFor(failure)
      expect(sentence).toMatch(/^[A-Z][\s\S]*[.]$/)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\.\.| {2}|\n/)
      if ('file' in failure) expect(sentence).toContain(`“${file}”`)
      // What was found, then what to do.
      expect(sentence).toMatch(/[.!] .|; /)
    },
  )

  it.each([
    [
      failures.unsupported,
      "Galley can't open “harbour tunnel.txt”: it is a PDF document, and this version opens .txt, .md, .docx, .html, ninjs .json and NITF .xml stories. Save it as .docx or .txt and open that.",
    ],
    [
      failures.binary,
      "Galley can't open “harbour tunnel.txt”: it is a PNG image, not text. Save the story as .docx or .txt and open that.",
    ],
    [
      failures['too-large'],
      "Galley can't open “harbour tunnel.txt”: it has 201 MB, and Galley opens at most 52 MB. Split the story into parts and open those.",
    ],
    [
      failures['sidecar-too-large'],
      'The annotation file “harbour tunnel.txt” has 6.1 MB, and Galley opens at most 6 MB. Its annotations are not shown, and Galley leaves it as it is. Put back an earlier copy, or set it aside.',
    ],
    [
      failures['damaged-in-place'],
      "Galley can't save “harbour tunnel.txt”: the file that is there is empty. Galley does not write over it: set it aside, then a new file is made.",
    ],
    [
      failures['quote-ambiguous'],
      'These words stand 2 times in “harbour tunnel.txt”: “the mayor”. Say which by the words before or after them: 3–12 “so the mayor said”; 40–49 “and the mayor left”.',
    ],
    [
      failures['scheme-json'],
      "The tags of “harbour tunnel.txt” can't be used: line 5, column 3: there is a comma too many. Correct it in a text editor. Until then the other tags are used.",
    ],
    [
      failures['scheme-invalid'],
      "The tags of “harbour tunnel.txt” can't be used: line 14: tags[2].key must be a digit from 1 to 9. Correct it in a text editor. Until then the other tags are used.",
    ],
    [
      { ...failures['scheme-io'], code: 'EISDIR' },
      "The tags of “harbour tunnel.txt” can't be used: it is a folder. Rename it. Until then the other tags are used.",
    ],
    [
      failures['scheme-too-large'],
      "The tags of “harbour tunnel.txt” can't be used: it has 257 KB, and Galley reads at most 256 KB. Check that it is the right file. Until then the other tags are used.",
    ],
    [failures['compare-not-two'], 'Two annotators are compared, not 1. Choose two of: Jane Doe, M. Okafor.'],
    [
      { ...failures['compare-not-two'], known: ['Jane Doe'] },
      'Two annotators are compared, and only one has annotated this story. Export it without a comparison.',
    ],
    [
      failures['scheme-exists'],
      'The folder has a file “harbour tunnel.txt” already. It was left as it is; edit it there, or rename it first.',
    ],
    [
      failures['import-foreign'],
      "Galley can't read “harbour tunnel.txt” as brat annotations: no line begins with an id such as T1 and a tab. Choose its format, or another file.",
    ],
    [
      failures['import-json'],
      "Galley can't read “harbour tunnel.txt”: line 7, column 3: there is a comma too many. Export it again from the program that made it.",
    ],
    [
      failures['import-nothing'],
      'No annotation of “harbour tunnel.txt” could be taken in. Annotation 1: it has no target. Export it again from the program that made it, or choose another file.',
    ],
    [
      { ...failures['import-nothing'], detail: '' },
      'There are no annotations in “harbour tunnel.txt”. Choose another file.',
    ],
    [
      failures['text-not-written'],
      'The edited text of “harbour tunnel.txt” was not written: the disk is full. It is still in this window; try again.',
    ],
  ])('reads %j', (failure, expected) => {
    expect(sentenceFor(failure)).toBe(expected)
  })

  it.each([
    ['.doc', 'it is a Word document'],
    ['PDF', 'it is a PDF document'],
    ['.indd', 'it is a .indd file'],
    ['.constructor', 'it is a .constructor file'],
    ['', 'its name has no ending such as .txt'],
  ])('says of the ending %j that %s', (extension, expected) => {
    const sentence = sentenceFor({ kind: 'unsupported', file, extension })
    expect(sentence).toContain(`${expected}, and this version opens .txt, .md, .docx,`)
  })
})

describe('the save sentence', () => {
  const at = '2026-11-20T10:31:07Z' as IsoTime
  it.each<readonly [SaveState, string]>([
    [{ kind: 'saving' }, 'Saving…'],
    [{ kind: 'saved', at: null }, 'Saved'],
    [{ kind: 'saved', at }, 'Saved 10:31:07'],
    [
      { kind: 'kept', at, reason: failures['folder-gone'] },
      "Kept on this computer, not yet beside the story: the story's folder can't be reached any more",
    ],
    [{ kind: 'not-saved', reason: failures['disk-full'] }, 'Not saved: the disk is full'],
  ])('of %j is %j', (state, expected) => {
    expect(saveSentence(state, (iso) => iso.slice(11, 19))).toBe(expected)
  })
})
