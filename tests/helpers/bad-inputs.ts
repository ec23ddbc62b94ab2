import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { serialiseSidecar } from '../../shared/annotation/sidecar-print.ts'
import { SCHEME_FILE } from '../../shared/tags.ts'
import { aSidecar } from './annotation.ts'

/** Something that a person may try to open, and what has to be in the sentence that it gives. */
export interface BadInput {
  readonly name: string
  /** Puts it into an empty folder; returns the file to open. */
  make(folder: string): string
  readonly says: string
}

const text = 'Mayor resigns\n\nThe mayor resigned on Friday, officials said.\n'
const sidecar = 'story.txt.eve-0a1b2c3d.annotations.json'
const whole = serialiseSidecar(aSidecar())
const bytes = (content: string) => Buffer.from(content, 'latin1')

const file = (name: string, content: string | Uint8Array) => (folder: string) => {
  const full = path.join(folder, name)
  writeFileSync(full, content)
  return full
}

/** A good story beside a sidecar that is not. */
const beside = (content: string | Uint8Array) => (folder: string) => {
  file(sidecar, content)(folder)
  return file('story.txt', text)(folder)
}

/** Stories that can't be opened. */
export const badStories: readonly BadInput[] = [
  { name: 'an empty file', make: file('story.txt', ''), says: 'it is empty' },
  { name: 'a picture', make: file('story.txt', bytes('\x89PNG\r\n\x1a\n\0\0')), says: 'a PNG image' },
  {
    name: 'an old Word document',
    make: file('story.doc', bytes('\xd0\xcf\x11\xe0')),
    says: 'a Word document',
  },
  { name: 'annotations', make: file(sidecar, whole), says: 'it holds annotations of Galley' },
  {
    name: 'a Word document named .txt',
    make: file('story.txt', bytes('PK\x03\x04…word/')),
    says: 'a Word document',
  },
  {
    name: 'bytes that mean nothing',
    make: file('story.md', Buffer.alloc(500, '\0\x01\x02')),
    says: 'binary data',
  },
  { name: 'broken UTF-8', make: file('story.txt', bytes('caf\xc3\xa9 and caf\xc3 ')), says: 'byte 13' },
  { name: 'UTF-16 cut in a character', make: file('story.txt', bytes('\xff\xfea\0b')), says: 'byte 4' },
  {
    name: 'a file that is not there',
    make: (folder) => path.join(folder, 'story.txt'),
    says: 'no such file',
  },
  {
    name: '200 MB',
    make(folder) {
      const full = path.join(folder, 'story.txt')
      const handle = openSync(full, 'w')
      ftruncateSync(handle, 200_000_000)
      closeSync(handle)
      return full
    },
    says: '200',
  },
  {
    name: 'a folder',
    make(folder) {
      mkdirSync(path.join(folder, 'story.txt'))
      return path.join(folder, 'story.txt')
    },
    says: 'it is a folder',
  },
  {
    name: 'a pipe',
    make(folder) {
      execFileSync('mkfifo', [path.join(folder, 'story.txt')])
      return path.join(folder, 'story.txt')
    },
    says: 'not a file',
  },
  {
    name: 'a story without permission',
    make(folder) {
      const full = file('story.txt', text)(folder)
      chmodSync(full, 0)
      return full
    },
    says: 'not allowed to read',
  },
]

/** Good stories beside a sidecar that can't be read. */
export const badSidecars: readonly BadInput[] = [
  { name: 'an empty sidecar', make: beside(''), says: 'is empty' },
  { name: 'a sidecar cut off', make: beside(whole.slice(0, -30)), says: 'damaged or cut off' },
  { name: 'a sidecar of zeros', make: beside(Buffer.alloc(400)), says: 'damaged or cut off' },
  { name: 'a sidecar with conflict markers', make: beside(`<<<<<<< HEAD\n${whole}`), says: 'conflict' },
  { name: 'a sidecar that is not UTF-8', make: beside(bytes('{"label":"J\xf6rg"}')), says: 'not UTF-8' },
  { name: 'a sidecar that says null', make: beside('null'), says: 'holds null' },
  {
    name: 'JSON of another kind',
    make: beside('{"type":"FeatureCollection"}'),
    says: 'another kind of JSON',
  },
  {
    name: 'a sidecar with a mark that is none',
    make: beside(
      whole.replace('"items": []', '"items": [{ "type": "Annotation", "motivation": "classifying" }]'),
    ),
    says: 'does not understand',
  },
  {
    name: 'a sidecar of a newer version',
    make: beside(whole.replace('"galley:format": 1', '"galley:format": 2')),
    says: 'newer Galley (format 2)',
  },
  {
    name: 'a sidecar nested too deep',
    make: beside(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    says: 'nested more than',
  },
  {
    name: 'a sidecar without permission',
    make(folder) {
      const story = beside(whole)(folder)
      chmodSync(path.join(folder, sidecar), 0)
      return story
    },
    says: 'EACCES',
  },
]

/** A good story beside tags that can't be used. */
const besideTags = (make: (file: string) => void) => (folder: string) => {
  make(path.join(folder, SCHEME_FILE))
  return file('story.txt', text)(folder)
}

export const badSchemes: readonly BadInput[] = [
  {
    name: 'tags with a comma too many',
    make: besideTags((full) => writeFileSync(full, '{\n"tags": [{"id": "a", "label": "A"},]\n}')),
    says: 'line 2, column 35',
  },
  {
    name: 'tags without permission',
    make: besideTags((full) => {
      writeFileSync(full, '{"tags": [{"id": "a", "label": "A"}]}')
      chmodSync(full, 0)
    }),
    says: 'not allowed to read',
  },
  {
    name: 'a pipe in place of the tags',
    make: besideTags((full) => execFileSync('mkfifo', [full])),
    says: 'not a file',
  },
]

/** A good story in a folder that can't be written to. */
export const readOnlyFolder: BadInput = {
  name: 'a read-only folder',
  make(folder) {
    const story = file('story.txt', text)(folder)
    chmodSync(folder, 0o555)
    return story
  },
  says: "can't be written to",
}

/** A good story; what goes wrong with it happens while it is open. */
export const vanishing: BadInput = {
  name: 'a story that vanishes while it is open',
  make: file('story.txt', text),
  says: 'moved, renamed or deleted',
}
