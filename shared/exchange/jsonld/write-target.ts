import { describeSpan } from '../../anchor/describe.ts'
import type { Annotation } from '../../annotation/annotation.ts'
import type { ReportInput } from '../../report/report-input.ts'
import type { CodePointIndex } from '../../story/code-points.ts'
import { isJsonObject, type JsonObject, memberOf, textOf } from '../input.ts'
import type { KeptItem } from './kept.ts'
import { isIri, isKnownSelector, isWritableTarget } from './musts.ts'
import { typesOf } from './terms.ts'

/** Where an annotation stands in today's text, with what its target said besides when it came. */
export function writtenTarget(
  annotation: Annotation,
  kept: KeptItem | null,
  { story, textSha256 }: Pick<ReportInput, 'story' | 'textSha256'>,
  points: CodePointIndex,
): unknown {
  const own = {
    source: `urn:galley:story:${textSha256}`,
    'galley:text': textSha256,
    selector: selectorsOf(story.text, points, annotation),
  }
  if (kept === null) return own
  const isElsewhere = isIri(kept.target.source) || isJsonObject(kept.target.source)
  const others = kept.selectors.filter((one) => !isOfText(one))
  const strange = others.filter((one) => !isKnownSelector(one))
  const today = own.selector.map(
    (selector) => stillTrue(selector, kept.selectors, story.text, annotation) ?? selector,
  )
  const target = {
    ...kept.target,
    source: isElsewhere ? kept.target.source : own.source,
    'galley:text': textSha256,
    // What was not found here may be found by whoever wrote it.
    selector:
      annotation.span === null && kept.selectors.some(isOfText)
        ? kept.selectors.filter(isKnownSelector)
        : [...today, ...others.filter(isKnownSelector)],
    ...(strange.length === 0 ? {} : { 'galley:selectors': strange }),
  }
  const more = kept.targets.filter(isWritableTarget)
  return more.length === 0 ? target : [target, ...more]
}

function isOfText(selector: unknown): boolean {
  return (
    isJsonObject(selector) &&
    typesOf(selector).some((type) => type === 'TextQuoteSelector' || type === 'TextPositionSelector')
  )
}

/** The selector of this kind that the annotation came with, if it still says where it stands. */
function stillTrue(
  selector: JsonObject,
  kept: readonly unknown[],
  text: string,
  { span }: Annotation,
): unknown {
  return kept.filter(isJsonObject).find((one) => {
    if (!typesOf(one).includes(textOf(selector.type)) || span === null) return false
    if (selector.type === 'TextPositionSelector') {
      return one.start === selector.start && one.end === selector.end
    }
    const before = textOf(memberOf(one, 'prefix'))
    return (
      text.startsWith(
        before + textOf(one.exact) + textOf(memberOf(one, 'suffix')),
        span.start - before.length,
      ) && text.slice(span.start, span.end) === one.exact
    )
  })
}

function selectorsOf(
  text: string,
  points: CodePointIndex,
  { span, quote, prefix, suffix }: Annotation,
): readonly JsonObject[] {
  if (span === null) return [{ type: 'TextQuoteSelector', exact: quote, prefix, suffix }]
  const words = text.slice(span.start, span.end)
  // Its own context, as its annotator's Galley cut it, where the words are still those.
  const stored = { exact: quote, prefix, suffix, start: span.start, end: span.end }
  const isStored = text.startsWith(prefix + quote + suffix, span.start - prefix.length)
  const anchor = words === quote && isStored ? stored : describeSpan(text, span, points)
  return [
    { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
    {
      type: 'TextPositionSelector',
      start: points.toCodePoint(span.start),
      end: points.toCodePoint(span.end),
    },
  ]
}
