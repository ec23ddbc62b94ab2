import type { SchemeFailure } from '../failure.ts'
import { err, ok, type Result } from '../result.ts'
import type { Tag } from '../tags.ts'
import { fillIn } from './fill-in.ts'
import { readJson } from './json-text.ts'
import { lineOf } from './line-of.ts'
import { type TagsFault, WrongTags } from './node-checks.ts'
import { readTags, SCHEME_FORMAT } from './read-tags.ts'

/** Largest scheme file, in bytes: nine tags with all they may hold take a tenth of it. */
export const SCHEME_LIMIT = 256 * 1024

type Unreadable = Extract<SchemeFailure, { kind: 'scheme-json' | 'scheme-invalid' }>

/**
 * The tags of a `galley.tags.json`, in the order of their keys; the format stands in docs/tags.md. Members that
 * are not known are passed over.
 * @param text of the file, with or without a byte order mark. @param file its name, for the failure.
 */
export function parseScheme(text: string, file: string): Result<readonly Tag[], Unreadable> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  const json = readJson(plain)
  if (!json.ok) {
    return err({ kind: 'scheme-json', file, ...lineOf(plain, json.error.at), detail: json.error.detail })
  }
  const tags = tagsOrFault(() => readTags(json.value))
  if (tags.ok) return tags
  const { at, where, detail } = tags.error
  return err({ kind: 'scheme-invalid', file, line: lineOf(plain, at).line, where, detail })
}

/**
 * Tags that came from elsewhere than a file, by the same rules: what is left out is filled in, and what is wrong is
 * said with its path (`tags[2].key`) and a phrase that goes on from there ("must be a digit from 1 to 9").
 * @param tags a list of tags as plain data
 */
export function checkTags(tags: unknown): Result<readonly Tag[], Omit<TagsFault, 'at'>> {
  const json = readJson(JSON.stringify({ tags }))
  if (!json.ok) return err({ where: 'tags', detail: json.error.detail })
  return tagsOrFault(() => readTags(json.value))
}

/** The text of a scheme file for these tags, everything spelled out; {@link parseScheme} gives them back. */
export function printScheme(tags: readonly Tag[]): string {
  const entries = tags.map(({ shortLabel, description, fields, ...tag }) => ({
    id: tag.id,
    label: tag.label,
    ...(shortLabel === tag.label ? {} : { shortLabel }),
    ...(description === '' ? {} : { description }),
    key: tag.key,
    line: tag.line,
    light: tag.light,
    dark: tag.dark,
    ...(fields.length === 0
      ? {}
      : {
          fields: fields.map(({ choices, ...field }) => (choices.length > 0 ? { ...field, choices } : field)),
        }),
  }))
  return `${JSON.stringify({ 'galley:tags': SCHEME_FORMAT, tags: entries }, null, 2)}\n`
}

function tagsOrFault(read: () => ReturnType<typeof readTags>): Result<readonly Tag[], TagsFault> {
  try {
    return ok(fillIn(read()))
  } catch (error) {
    if (error instanceof WrongTags) return err(error.fault)
    throw error
  }
}
