import type { Layer } from '../../shared/annotation/annotation.ts'
import type { ExportFormat } from '../../shared/exchange/formats.ts'
import { exportFormats } from '../../shared/exchange/formats.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { AnnotatorId, TagId } from '../../shared/units.ts'
import type { WrongUse } from './io.ts'

/** The formats of `--to`, each once, in the order in which they are offered. */
export function formatsOf(words: readonly string[]): readonly ExportFormat[] | WrongUse {
  const wanted = wordsIn(words)
  const formats = exportFormats.filter((format) => wanted.includes(format))
  const unknown = wanted.find((word) => !exportFormats.some((format) => format === word))
  if (unknown !== undefined) {
    return { wrongUse: `There is no format “${unknown}”. Choose from: ${exportFormats.join(', ')}.` }
  }
  return formats.length === 0
    ? { wrongUse: `Say which formats with --to ${exportFormats.join(',')}.` }
    : formats
}

/** The tags of `--tags`; null: all. What a story's scheme doesn't have may still be on its marks. */
export function tagsOf(words: readonly string[]): readonly TagId[] | null {
  return words.length === 0 ? null : wordsIn(words).map((word) => word as TagId)
}

/** By exact name or id; null: all. A name may itself hold a comma, so the whole word is tried first. */
export function layersOf(
  layers: readonly Layer[],
  words: readonly string[],
): Result<readonly AnnotatorId[] | null, Failure> {
  if (words.length === 0) return ok(null)
  const called = (name: string) =>
    layers.filter(
      (layer) => layer.annotator === name || layer.name.normalize('NFC') === name.normalize('NFC'),
    )
  const names = words.flatMap((word) =>
    called(word).length > 0 ? [word] : word.split(',').map((name) => name.trim()),
  )
  const unknown = names.find((name) => called(name).length === 0)
  if (unknown !== undefined) {
    return err({ kind: 'unknown-layer', layer: unknown, known: layers.map((layer) => layer.name) })
  }
  return ok([...new Set(names.flatMap(called).map((layer) => layer.annotator))])
}

/** The two of `--compare`, as {@link layersOf} finds them; null: that was not asked for. */
export function pairOf(
  layers: readonly Layer[],
  words: readonly string[],
): Result<readonly [AnnotatorId, AnnotatorId] | null, Failure> {
  const found = layersOf(layers, words)
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found
  const [one, other, ...more] = found.value
  if (one === undefined || other === undefined || more.length > 0) {
    return err({ kind: 'compare-not-two', named: found.value.length, known: layers.map(({ name }) => name) })
  }
  return ok([one, other])
}

function wordsIn(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => word.split(',')).map((word) => word.trim())
}
