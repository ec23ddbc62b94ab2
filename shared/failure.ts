import type { Encoding } from './desk/contract-text.ts'
import type { ImportFormat } from './exchange/formats.ts'
import type { FixedKind } from './story/edited.ts'
import type { StoryFormat } from './story/story.ts'

/**
 * Everything that can go wrong and reach a person, as data. `file` is a file name without its folder.
 * `messages.ts` turns each kind into a sentence; a new kind does not compile until it has one.
 */
export type Failure =
  | StoryFailure
  | SidecarFailure
  | SaveFailure
  | TextFailure
  | ImageFailure
  | MarkFailure
  | SchemeFailure
  | ShareFailure
  | ImportFailure
  | ExportFailure
  | RequestFailure

/** A tag scheme can't be used. Nothing is written to its file. `line`, `column`: where, both counted from 1. */
export type SchemeFailure =
  | { readonly kind: 'scheme-io'; readonly file: string; readonly code: string }
  | {
      readonly kind: 'scheme-too-large'
      readonly file: string
      readonly bytes: number
      readonly limit: number
    }
  | { readonly kind: 'scheme-encoding'; readonly file: string }
  /** `detail`: what the parser said. */
  | {
      readonly kind: 'scheme-json'
      readonly file: string
      readonly line: number
      readonly column: number
      readonly detail: string
    }
  /** `where`: path of what is wrong, e.g. `tags[2].key`; `detail`: what is wrong with it, a phrase that goes on from there. */
  | {
      readonly kind: 'scheme-invalid'
      readonly file: string
      readonly line: number
      readonly where: string
      readonly detail: string
    }

/** The person's tags were not written into the folder: it has a scheme file already, which stays as it is. */
export interface ShareFailure {
  readonly kind: 'scheme-exists'
  readonly file: string
}

/** Annotations of another program could not be taken in. The story and its annotations are as they were. */
export type ImportFailure =
  | { readonly kind: 'import-empty'; readonly file: string }
  /** Not of that format. `detail`: what is there instead, or what is missing; the rest of a sentence after a colon. */
  | {
      readonly kind: 'import-foreign'
      readonly file: string
      readonly format: ImportFormat
      readonly detail: string
    }
  /** `line`, `column`: where it stops being JSON, both counted from 1; `detail`: why, in words. */
  | {
      readonly kind: 'import-json'
      readonly file: string
      readonly line: number
      readonly column: number
      readonly detail: string
    }
  | {
      readonly kind: 'import-too-large'
      readonly file: string
      readonly bytes: number
      readonly limit: number
    }
  | { readonly kind: 'import-too-deep'; readonly file: string; readonly limit: number }
  /** Reading it, and finding its annotations in the story, took more than `seconds`. */
  | { readonly kind: 'import-too-long'; readonly file: string; readonly seconds: number }
  /** Reading it took more than `megabytes` of memory. */
  | { readonly kind: 'import-too-big'; readonly file: string; readonly megabytes: number }
  /** A reader met what it was not made for. */
  | { readonly kind: 'import-broken'; readonly file: string }
  /** Of the right format, and no annotation came in. `detail`: why the first one was refused; empty: there is none. */
  | { readonly kind: 'import-nothing'; readonly file: string; readonly detail: string }
  | { readonly kind: 'import-io'; readonly file: string; readonly code: string }
  /** `found`: what the bytes look like. */
  | { readonly kind: 'import-not-text'; readonly file: string; readonly found: string }
  /** Neither the name nor the content tells what program wrote it. */
  | { readonly kind: 'import-unknown'; readonly file: string }
  /** One layer would become larger than can be read again. `limit`: bytes. */
  | { readonly kind: 'import-too-much'; readonly file: string; readonly limit: number }
  /** Nothing is known of this import any more: the story was opened anew, or another file was chosen. */
  | { readonly kind: 'import-forgotten' }
  /** The person's own name, without having said so. */
  | { readonly kind: 'import-own-name'; readonly name: string }

/** A story could not be opened. */
export type StoryFailure =
  | { readonly kind: 'not-found'; readonly file: string }
  | { readonly kind: 'vanished'; readonly file: string }
  | { readonly kind: 'is-folder'; readonly file: string }
  | { readonly kind: 'not-a-file'; readonly file: string }
  | { readonly kind: 'no-permission'; readonly file: string }
  | { readonly kind: 'unsupported'; readonly file: string; readonly extension: string }
  | { readonly kind: 'empty-story'; readonly file: string }
  /** `found`: what the bytes look like, e.g. "a PNG image", "a Zip archive", "binary data". */
  | { readonly kind: 'binary'; readonly file: string; readonly found: string }
  /** `at`: byte offset of the first sequence that is not UTF-8. */
  | { readonly kind: 'broken-text'; readonly file: string; readonly at: number }
  | { readonly kind: 'too-large'; readonly file: string; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly file: string; readonly code: string }
  | { readonly kind: 'not-listed'; readonly file: string }
  | WordFailure
  | WireFailure

/** A .docx could not be opened. `part`: name of a file inside it; empty: the archive itself. */
export type WordFailure =
  /** `found`: what it is instead, e.g. "an Excel workbook". */
  | { readonly kind: 'not-word'; readonly file: string; readonly found: string }
  /** A binary document of Word 97 to 2003. */
  | { readonly kind: 'word-old'; readonly file: string }
  /** Needs a password. */
  | { readonly kind: 'word-locked'; readonly file: string }
  | { readonly kind: 'word-damaged'; readonly file: string; readonly part: string }
  | { readonly kind: 'word-missing-part'; readonly file: string; readonly part: string }
  | { readonly kind: 'word-too-many-parts'; readonly file: string; readonly limit: number }
  /** Unpacked it has more than `limit` bytes. */
  | { readonly kind: 'word-too-large'; readonly file: string; readonly limit: number }
  /** The part unpacks to more than `limit` times its size. */
  | { readonly kind: 'word-ratio'; readonly file: string; readonly part: string; readonly limit: number }
  /** Tables and boxes in each other, in levels of XML. */
  | { readonly kind: 'word-too-deep'; readonly file: string; readonly limit: number }
  /** The part declares entities, which no Word document does. */
  | { readonly kind: 'word-doctype'; readonly file: string; readonly part: string }

/** A story from a wire, in JSON or XML, could not be opened. `detail`: a phrase that goes on from there. */
export type WireFailure =
  /** `line`, `column` from 1; both 0: unknown. */
  | {
      readonly kind: 'wire-broken'
      readonly file: string
      readonly what: 'JSON' | 'XML'
      readonly line: number
      readonly column: number
    }
  | { readonly kind: 'wire-too-deep'; readonly file: string; readonly limit: number }
  | { readonly kind: 'wire-entities'; readonly file: string }
  | { readonly kind: 'not-ninjs'; readonly file: string; readonly detail: string }
  | { readonly kind: 'not-nitf'; readonly file: string; readonly detail: string }
  /** A file of Galley's own. `found`: what it holds, e.g. "annotations of Galley". */
  | { readonly kind: 'not-a-story'; readonly file: string; readonly found: string }
  /** Reading it took longer than this and was ended. */
  | { readonly kind: 'reading-too-long'; readonly file: string; readonly seconds: number }
  /** Reading it took more memory than this and was ended. */
  | { readonly kind: 'reading-too-big'; readonly file: string; readonly megabytes: number }
  /** Nested so deep that its reader gave up. */
  | { readonly kind: 'reading-too-deep'; readonly file: string }
  /** Its reader failed in a way that nobody foresaw. */
  | { readonly kind: 'reading-failed'; readonly file: string }
  /** The person did not want to wait. */
  | { readonly kind: 'reading-cancelled'; readonly file: string }

/** A sidecar could not be read. It is shown by name and never written to. */
export type SidecarFailure =
  | { readonly kind: 'sidecar-empty'; readonly file: string }
  | { readonly kind: 'sidecar-encoding'; readonly file: string }
  /** `detail`: what the parser said and where; conflict markers of a version control system are named. */
  | { readonly kind: 'sidecar-json'; readonly file: string; readonly detail: string }
  | { readonly kind: 'sidecar-foreign'; readonly file: string; readonly found: string }
  /** `detail`: path and complaint of the first thing that is wrong. */
  | { readonly kind: 'sidecar-invalid'; readonly file: string; readonly detail: string }
  | { readonly kind: 'sidecar-newer'; readonly file: string; readonly format: number }
  | {
      readonly kind: 'sidecar-too-large'
      readonly file: string
      readonly bytes: number
      readonly limit: number
    }
  | { readonly kind: 'sidecar-too-deep'; readonly file: string; readonly limit: number }
  | { readonly kind: 'sidecar-io'; readonly file: string; readonly code: string }

/** A change could not be written beside the story. */
export type SaveFailure =
  | { readonly kind: 'folder-read-only'; readonly file: string }
  | { readonly kind: 'folder-gone'; readonly file: string }
  | { readonly kind: 'disk-full'; readonly file: string }
  | { readonly kind: 'file-locked'; readonly file: string }
  /** A file that failed to read stands where ours would go. */
  | { readonly kind: 'damaged-in-place'; readonly file: string; readonly because: SidecarFailure }
  /** Another Galley holds the lock and did not let go in time. */
  | { readonly kind: 'busy'; readonly file: string }
  | { readonly kind: 'name-too-long'; readonly file: string }
  | { readonly kind: 'save-io'; readonly file: string; readonly code: string }

/** An edited story was not written; the file is as it was. */
export type TextFailure =
  /** Another program wrote the file since it was read. */
  | { readonly kind: 'text-conflict'; readonly file: string }
  /** `words`: how the block begins. */
  | { readonly kind: 'text-fixed'; readonly file: string; readonly words: string; readonly what: FixedKind }
  /** Written and read again, the block would not be what the screen shows. */
  | { readonly kind: 'text-differs'; readonly file: string; readonly words: string }
  | { readonly kind: 'text-encoding'; readonly file: string; readonly encoding: Encoding }
  /** Files of this format are only read. */
  | { readonly kind: 'text-format'; readonly file: string; readonly format: StoryFormat }
  /** What is to be saved has nothing but white space in it. */
  | { readonly kind: 'text-empty'; readonly file: string }
  | { readonly kind: 'text-not-written'; readonly file: string; readonly reason: SaveFailure }

/** A picture of a story can't be shown. `file`: as the story names it. */
export type ImageFailure =
  /** It lies elsewhere: nothing is ever fetched. */
  | { readonly kind: 'image-remote'; readonly file: string }
  | { readonly kind: 'image-missing'; readonly file: string }
  /** Its path leads out of the story's folder. */
  | { readonly kind: 'image-outside'; readonly file: string }
  /** By its beginning it is none of the kinds of picture that are shown. */
  | { readonly kind: 'image-unknown'; readonly file: string }
  | {
      readonly kind: 'image-too-large'
      readonly file: string
      readonly bytes: number
      readonly limit: number
    }

/** A mark could not be made. Offsets are code points of the story text. */
export type MarkFailure =
  | { readonly kind: 'quote-not-found'; readonly file: string; readonly quote: string }
  | {
      readonly kind: 'quote-ambiguous'
      readonly file: string
      readonly quote: string
      readonly places: readonly { readonly start: number; readonly end: number; readonly context: string }[]
    }
  | {
      readonly kind: 'range-outside'
      readonly file: string
      readonly start: number
      readonly end: number
      readonly length: number
    }
  | { readonly kind: 'unknown-tag'; readonly tag: string; readonly known: readonly string[] }
  | {
      readonly kind: 'unknown-field'
      readonly field: string
      readonly tag: string
      readonly known: readonly string[]
    }
  | { readonly kind: 'not-yours'; readonly id: string }
  | { readonly kind: 'unknown-annotation'; readonly id: string }
  /** The spans point into another text than today's. */
  | { readonly kind: 'text-moved'; readonly file: string }
  | { readonly kind: 'name-empty' }
  | { readonly kind: 'name-too-long-for-person'; readonly limit: number }
  | { readonly kind: 'unknown-layer'; readonly layer: string; readonly known: readonly string[] }
  /** `named`: how many annotators were to be compared; `known`: the names of those who annotated the story. */
  | { readonly kind: 'compare-not-two'; readonly named: number; readonly known: readonly string[] }

/** An export was not made, or not written. What stood in its place is as it was. */
export type ExportFailure =
  /** A story, annotations, tags, or a folder with other files stand where it would go. */
  | { readonly kind: 'export-over'; readonly file: string }
  /** Another story of the same run was exported under that name. */
  | { readonly kind: 'export-twice'; readonly file: string }
  | { readonly kind: 'export-cancelled' }
  /** Nothing is installed that could print. */
  | { readonly kind: 'pdf-no-browser' }
  /** The browser has no sandbox for this user, who is root on Linux. */
  | { readonly kind: 'pdf-root' }
  /** `detail`: what ended, or what it said. */
  | { readonly kind: 'pdf-failed'; readonly detail: string }
  | { readonly kind: 'pdf-too-slow'; readonly seconds: number }

/** The question itself was wrong. */
export type RequestFailure =
  | { readonly kind: 'unknown-story' }
  | { readonly kind: 'bad-request'; readonly detail: string }
  | { readonly kind: 'unknown-method'; readonly method: string }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'no-name-yet' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'internal' }
