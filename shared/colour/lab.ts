import { type Matrix, type Rgb, times, toLinear } from './rgb.ts'

/** CIE 1976 L*a*b* for daylight D65: lightness 0 … 100, a* green to red, b* blue to yellow. */
export type Lab = readonly [lightness: number, a: number, b: number]

// sRGB's primaries in XYZ. Source: IEC 61966-2-1.
const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]

// Source: CIE 15:2004, 8.2.1.1.
const EPSILON = 216 / 24389
const KAPPA = 24389 / 27

/** @param colour sRGB as it is encoded on screen */
export function toLab(colour: Rgb): Lab {
  const xyz = times(TO_XYZ, toLinear(colour))
  // White is what the matrix makes of full light, so that greys have no hue.
  const white = times(TO_XYZ, [1, 1, 1])
  const root = (index: 0 | 1 | 2) => {
    const part = xyz[index] / white[index]
    return part > EPSILON ? Math.cbrt(part) : (KAPPA * part + 16) / 116
  }
  const [x, y, z] = [root(0), root(1), root(2)]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
