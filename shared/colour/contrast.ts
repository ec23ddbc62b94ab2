import { type Rgb, toLinear } from './rgb.ts'

/** Relative luminance, 0 (black) … 1 (white). Source: WCAG 2.2, definition of "relative luminance". */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = toLinear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two opaque colours, 1 … 21, the same in either order. Source: WCAG 2.2, "contrast ratio". */
export function contrastRatio(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}

/** Least contrast of text of usual size with its ground. Source: WCAG 2.2, success criterion 1.4.3 (AA). */
export const TEXT_CONTRAST = 4.5
/** Least contrast of lines and signs that carry meaning. Source: WCAG 2.2, success criterion 1.4.11 (AA). */
export const LINE_CONTRAST = 3
