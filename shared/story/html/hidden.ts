import type { Element } from 'hast'

const unseen = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i

/** Names that style sheets use for what is there for screen readers alone: "Advertisement", "Share this on". */
const forEars = new Set(
  'sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only a11y-hidden'.split(' '),
)

/** Whether a page says in its markup that an element is not seen. Style sheets are not read. */
export function isHidden({ tagName, properties }: Element): boolean {
  // Some pages hide all of themselves until a script shows them.
  if (tagName === 'body' || tagName === 'html') return false
  const { hidden, ariaHidden, style, open } = properties
  if (hidden !== undefined && hidden !== null && hidden !== false) return true
  if (String(ariaHidden) === 'true') return true
  if (tagName === 'dialog' && open === undefined) return true
  if (typeof style === 'string' && unseen.test(style)) return true
  return namesOf(properties.className).some((name) => forEars.has(name))
}

/** Sides of a pixel that counts the readers of a page. */
const TRACKER = 2

/** An image or a frame that nobody is meant to see. */
export function isTracker({ properties }: Element): boolean {
  const style = typeof properties.style === 'string' ? properties.style : ''
  const side = (name: 'width' | 'height') => {
    const own = Number.parseFloat(String(properties[name] ?? ''))
    const styled = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(\\d+(?:\\.\\d+)?)px`, 'i').exec(style)?.[1]
    return styled === undefined ? own : Number(styled)
  }
  return side('width') <= TRACKER || side('height') <= TRACKER
}

/** Words of a list such as that of classes. */
export function namesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(/\s+/) : []
}
