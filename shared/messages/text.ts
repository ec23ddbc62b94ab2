import type { TextFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import type { FixedKind } from '../story/edited.ts'
import type { StoryFormat } from '../story/story.ts'
import { saveReason } from './save.ts'
import { quoted } from './words.ts'

/** An edited story was not written. */
export function textSentence(failure: TextFailure): string {
  const cannot = `The edited text of ${quoted(failure.file)} was not written:`
  switch (failure.kind) {
    case 'text-conflict':
      return `${cannot} another program changed the file meanwhile. Choose which text goes on; the other is kept beside it.`
    case 'text-fixed':
      return `${cannot} ${quoted(failure.words)} is ${fixedPhrase(failure.what)}, which can only be read here. Undo that change, or edit the file in another program.`
    case 'text-differs':
      return `${cannot} the paragraph ${quoted(failure.words)} can't be written so that it reads again as it does here. Change or undo it; nothing was lost.`
    case 'text-encoding':
      return `${cannot} it is stored as ${failure.encoding}, which Galley reads and does not write. Save it as UTF-8 in another program to edit it here.`
    case 'text-format':
      return `${cannot} ${readOnlyFormat(failure.format)} Edit it in another program; the annotations follow.`
    case 'text-empty':
      return `${cannot} nothing would be left of the story. Undo, or delete the file itself if that is what you want.`
    case 'text-not-written':
      return `${cannot} ${saveReason(failure.reason)}. It is still in this window; try again.`
    default:
      return unreachable(failure)
  }
}

/** That a format is only read: "A Word document is read here and not written." */
export function readOnlyFormat(format: StoryFormat): string {
  return `${formatPhrases[format]} is read here and not written.`
}

const formatPhrases: { readonly [F in StoryFormat]: string } = {
  txt: 'A plain text',
  md: 'A Markdown text',
  html: 'A web page',
  docx: 'A Word document',
  ninjs: 'A ninjs item of a wire',
  nitf: 'A NITF item of a wire',
}

/** What a block is that can't be edited: "part of a table". */
export function fixedPhrase(what: FixedKind): string {
  return fixedPhrases[what]
}

const fixedPhrases: { readonly [K in FixedKind]: string } = {
  table: 'part of a table',
  html: 'written in HTML',
  footnote: 'part of a footnote',
  image: 'a picture',
  tangled: 'in Markdown too tangled to edit here',
}
