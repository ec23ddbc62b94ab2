import type { ImportedMark, ImportedPlace } from '../imported.ts'
import { isJsonObject, type JsonObject, listOf, memberOf, textOf } from '../input.ts'

/** A labelled span with what else is said of it. */
export type Region = Pick<ImportedMark, 'id' | 'tag' | 'note' | 'fields' | 'place' | 'carried'>

// As much as Galley itself keeps around a mark.
const CONTEXT = 32

/**
 * The results of one annotation, put together by their region ids: its labels are the tag, its texts the note, choices
 * and other values fields by the name of their control.
 * @param texts of the task: where one holds the words at the offsets, its surroundings say which place is meant
 * @returns the spans, and the results that are about no span
 */
export function regionsOf(
  results: readonly unknown[],
  texts: readonly string[],
  warn: (text: string) => void,
): { readonly regions: readonly Region[]; readonly rest: readonly unknown[] } {
  const groups = new Map<string, JsonObject[]>()
  const rest: unknown[] = []
  for (const [index, result] of results.entries()) {
    if (!isJsonObject(result) || !isJsonObject(result.value) || placeIn(result.value, []) === null) {
      rest.push(result)
      continue
    }
    const id = textOf(result.id) || `${index + 1}`
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [result])
    else group.push(result)
  }
  const regions = [...groups].map(([id, group]) => regionOf(id, group, texts, warn))
  return { regions, rest }
}

function regionOf(
  id: string,
  group: readonly JsonObject[],
  texts: readonly string[],
  warn: (text: string) => void,
): Region {
  const labels = group.flatMap(({ value }) => labelsIn(value))
  const notes: string[] = []
  const fields = new Map<string, string>()
  for (const { type, from_name, value } of group) {
    if (!isJsonObject(value)) continue
    const name = textOf(from_name)
    const texts = type === 'textarea' ? listOf(value.text).map(textOf) : []
    for (const text of texts) if (text !== '') notes.push(text)
    const said = [...listOf(value.choices), ...listOf(value.rating), ...listOf(value.number)]
    if (name !== '' && said.length > 0) fields.set(name, said.map(String).join(', '))
  }
  if (labels.length > 1) warn(`a span has several labels (${labels.join(', ')}); the first is its tag.`)
  const place = group.map(({ value }) => placeIn(value, texts)).find((one) => one !== null) ?? null
  return {
    id,
    tag: labels[0] ?? '',
    note: notes.join('\n'),
    fields: Object.fromEntries(fields),
    place,
    carried: { 'label-studio': { results: group } },
  }
}

/** Labels under the name of their control's type: `labels`, `hypertextlabels`. */
function labelsIn(value: unknown): readonly string[] {
  if (!isJsonObject(value)) return []
  return Object.entries(value)
    .filter(([name]) => name.endsWith('labels'))
    .flatMap(([, labels]) => listOf(labels))
    .filter((label) => typeof label === 'string')
}

function placeIn(value: unknown, texts: readonly string[]): ImportedPlace | null {
  if (!isJsonObject(value)) return null
  // In HTML `start` and `end` are paths to elements, and the offsets in the text stand beside them.
  const global = memberOf(value, 'globalOffsets')
  const { start, end } = isJsonObject(global) ? global : value
  const isRange =
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    Number(start) >= 0 &&
    Number(start) < Number(end)
  const exact = typeof value.text === 'string' && value.start !== undefined ? value.text : ''
  if (!isRange && exact === '') return null
  const from = Number(start)
  const to = Number(end)
  const text = isRange ? texts.find((one) => exact !== '' && one.slice(from, to) === exact) : undefined
  const around = {
    prefix: text?.slice(Math.max(0, from - CONTEXT), from) ?? '',
    suffix: text?.slice(to, to + CONTEXT) ?? '',
  }
  return {
    quote: exact === '' ? null : { exact, ...around },
    position: isRange ? { start: from, end: to, unit: 'utf-16' } : null,
  }
}
