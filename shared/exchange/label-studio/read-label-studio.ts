import type { ImportFailure } from '../../failure.ts'
import { err, ok, type Result } from '../../result.ts'
import type { ImportedMark, ImportedSet } from '../imported.ts'
import { isJsonObject, type JsonObject, jsonInput, listOf, memberOf, textOf } from '../input.ts'
import { timeIn } from '../time-in.ts'
import { fewWarnings } from '../warnings.ts'
import { regionsOf } from './regions.ts'

/**
 * Reads an export of Label Studio ("JSON" or "JSON-MIN"; https://labelstud.io/guide/export): labelled spans of text with
 * the choices, texts and ratings about each, of every annotator. Offsets count UTF-16 units. Relations and choices about
 * the whole text are carried. What an annotator cancelled and what a model predicted stays out.
 *
 * An export holds all tasks of a project. Where one of them is about this very text, only it is read.
 *
 * @param raw the decoded file. @param name its name, for failures. @param text the story text, if it is known
 */
export function readLabelStudio(
  raw: string,
  name: string,
  text?: string,
): Result<ImportedSet, ImportFailure> {
  const json = jsonInput(raw, name)
  if (!json.ok) return json
  const all = (Array.isArray(json.value) ? json.value : [json.value]).filter(isJsonObject).filter(isTask)
  if (all.length === 0 && !(Array.isArray(json.value) && json.value.length === 0)) {
    const detail = 'it holds no tasks with annotations'
    return err({ kind: 'import-foreign', file: name, format: 'label-studio', detail })
  }
  const warnings: string[] = []
  const tasks = tasksOn(all, text, warnings)
  const marks: ImportedMark[] = []
  const others: unknown[] = []
  for (const task of tasks) {
    const texts = Object.values(dataOf(task)).filter((one) => typeof one === 'string')
    for (const annotation of annotationsOf(task)) {
      const { regions, rest } = regionsOf(listOf(memberOf(annotation, 'result')), texts, (warning) =>
        warnings.push(`Task ${named(task)}: ${warning}`),
      )
      for (const one of rest) others.push(one)
      const prefix = [memberOf(task, 'id'), memberOf(annotation, 'id')].map(String).join('.')
      for (const [index, region] of regions.entries()) {
        marks.push({
          ...region,
          id: `${prefix}.${region.id === '' ? index + 1 : region.id}`,
          author: authorOf(annotation),
          created: timeIn(memberOf(annotation, 'created_at')),
          modified: timeIn(memberOf(annotation, 'updated_at')),
        })
      }
    }
  }
  if (others.length > 0) warnings.push(othersWarning(others.length))
  if (marks.length === 0) {
    return err({ kind: 'import-nothing', file: name, detail: warnings[0]?.replace(/\.$/, '') ?? '' })
  }
  return ok({
    marks,
    warnings: fewWarnings(warnings),
    ...(others.length === 0 ? {} : { carried: { 'label-studio': { results: others } } }),
  })
}

function othersWarning(count: number): string {
  const what = count === 1 ? '1 result is' : `${count} results are`
  return `${what} about no single span (relations, choices for the whole text), so kept and not shown.`
}

function isTask(value: JsonObject): boolean {
  return annotationsOf(value).length > 0 || isJsonObject(memberOf(value, 'data'))
}

/** Those about this very text if there are any, else all. */
function tasksOn(
  all: readonly JsonObject[],
  text: string | undefined,
  warnings: string[],
): readonly JsonObject[] {
  const same = (one: unknown): boolean =>
    typeof one === 'string' && text !== undefined && plain(one) === plain(text)
  const fitting = all.filter((task) => Object.values(dataOf(task)).some(same))
  if (fitting.length > 0 && fitting.length < all.length) {
    warnings.push(`The file has ${all.length} tasks; only what is about this story was read.`)
    return fitting
  }
  if (all.length > 1 && fitting.length === 0) {
    warnings.push(`The file has ${all.length} tasks; marks of other texts will not be found in this one.`)
  }
  return all
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd()
}

/** What a task is about; in JSON-MIN the task itself. */
function dataOf(task: JsonObject): JsonObject {
  const data = memberOf(task, 'data')
  return isJsonObject(data) ? data : task
}

/** `completions` until version 1.0. JSON-MIN lists the spans in the task itself, under the name of the control. */
function annotationsOf(task: JsonObject): readonly JsonObject[] {
  const lists = [...listOf(memberOf(task, 'annotations')), ...listOf(memberOf(task, 'completions'))]
  const found = lists
    .filter(isJsonObject)
    .filter((one) => Array.isArray(one.result) && one.was_cancelled !== true)
  if (found.length > 0) return found
  const results = Object.entries(task).flatMap(([name, value]) =>
    listOf(value)
      .filter((one) => isJsonObject(one) && one.start !== undefined && Array.isArray(one.labels))
      .map((one) => ({ type: 'labels', from_name: name, value: one })),
  )
  if (results.length === 0) return []
  const { annotation_id: id, annotator, created_at, updated_at } = task
  return [{ id, completed_by: annotator, created_at, updated_at, result: results }]
}

/** A name, else an address, else the number that Label Studio gave. */
function authorOf(annotation: JsonObject): string | null {
  const by = memberOf(annotation, 'completed_by')
  if (typeof by === 'string') return by === '' ? null : by
  if (typeof by === 'number') return `Annotator ${by}`
  if (!isJsonObject(by)) return null
  const name = [textOf(by.first_name), textOf(by.last_name)].filter((part) => part !== '').join(' ')
  return (
    name || textOf(by.username) || textOf(by.email) || (by.id === undefined ? null : `Annotator ${by.id}`)
  )
}

function named(task: JsonObject): string {
  const id = memberOf(task, 'id')
  return typeof id === 'number' || typeof id === 'string' ? String(id) : '?'
}
