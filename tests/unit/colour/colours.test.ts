import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrastRatio, luminance } from '../../../shared/colour/contrast.ts'
import { toLab } from '../../../shared/colour/lab.ts'
import { papers, rgb, sides } from '../../../shared/colour/paper.ts'
import { readable } from '../../../shared/colour/readable.ts'
import { fromLinear, lay, parseHex, type Rgb, toHex, toLinear } from '../../../shared/colour/rgb.ts'
import { seenAs, visions } from '../../../shared/colour/vision.ts'

const channel = fc.integer({ min: 0, max: 255 }).map((value) => value / 255)
const colour: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel)

describe('hex', () => {
  test('is written as it was read, in lower case', () => {
    fc.assert(
      fc.property(colour, (one) => {
        expect(parseHex(toHex(one))).toEqual(one)
      }),
    )
    expect(toHex(rgb('#0B6BB0'))).toBe('#0b6bb0')
  })

  test.each(['', '#fff', 'red', '0b6bb0', '#0b6bb', '#0b6bb01', '#0b6bbg', ' #0b6bb0'])(
    '%j is none',
    (text) => {
      expect(parseHex(text)).toBeNull()
    },
  )
})

describe('light', () => {
  test('of a channel is found again from it', () => {
    fc.assert(
      fc.property(colour, (one) => {
        for (const [index, back] of fromLinear(toLinear(one)).entries())
          expect(back).toBeCloseTo(one[index] ?? NaN, 6)
      }),
    )
  })
})

describe('contrast', () => {
  test('of black and white is 21, of a colour with itself 1', () => {
    expect(contrastRatio(rgb('#000000'), rgb('#ffffff'))).toBeCloseTo(21, 10)
    fc.assert(
      fc.property(colour, (one) => {
        expect(contrastRatio(one, one)).toBe(1)
      }),
    )
  })

  // Greys that the technique pages of WCAG give as just enough and just too little on white.
  test.each([
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#949494', 3.03],
    ['#959595', 2.995],
    ['#0000ff', 8.59],
    ['#ff0000', 4.0],
  ])('of %s on white is %d', (hex, expected) => {
    expect(contrastRatio(rgb(hex), rgb('#ffffff'))).toBeCloseTo(expected, 2)
  })

  test('is the same in either order and lies between 1 and 21', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrastRatio(one, other)
        expect(contrastRatio(other, one)).toBe(ratio)
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21.000001)
      }),
    )
  })
})

describe('L*a*b*', () => {
  // By the sRGB and CIE formulas, as colour calculators give them.
  test.each([
    ['#ffffff', [100, 0, 0]],
    ['#000000', [0, 0, 0]],
    ['#ff0000', [53.24, 80.09, 67.2]],
    ['#00ff00', [87.73, -86.18, 83.18]],
    ['#0000ff', [32.3, 79.19, -107.86]],
  ] as const)('of %s', (hex, [l, a, b]) => {
    const lab = toLab(rgb(hex))
    expect(lab[0]).toBeCloseTo(l, 1)
    expect(lab[1]).toBeCloseTo(a, 1)
    expect(lab[2]).toBeCloseTo(b, 1)
  })
})

describe('a way of seeing', () => {
  test('leaves greys as they are', () => {
    for (const vision of visions) {
      for (const hex of ['#000000', '#808080', '#ffffff']) expect(toHex(seenAs(vision, rgb(hex)))).toBe(hex)
    }
  })

  test('stays within what a screen shows', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...visions), (one, vision) => {
        for (const part of seenAs(vision, one)) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  // The columns of the published matrices, encoded for the screen.
  test.each([
    ['protanopia', '#ff0000', '#6d5f00'],
    ['deuteranopia', '#ff0000', '#a39000'],
    ['tritanopia', '#00ff00', '#00f7d9'],
  ] as const)('with %s %s is %s', (vision, hex, seen) => {
    expect(toHex(seenAs(vision, rgb(hex)))).toBe(seen)
  })
})

test('a tint lies between its colour and its ground', () => {
  fc.assert(
    fc.property(colour, colour, fc.double({ min: 0, max: 1, noNaN: true }), (over, under, opacity) => {
      const light = luminance(lay(over, opacity, under))
      expect(light).toBeGreaterThanOrEqual(Math.min(luminance(over), luminance(under)) - 0.2)
      for (const [index, part] of lay(over, opacity, under).entries()) {
        const [low = 0, high = 0] = [over[index] ?? 0, under[index] ?? 0].sort((a, b) => a - b)
        expect(part).toBeGreaterThanOrEqual(low - 1e-12)
        expect(part).toBeLessThanOrEqual(high + 1e-12)
      }
    }),
  )
})

describe('a name in the colour of its tag', () => {
  test('can be read on a card, whatever the colour', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...sides), (one, side) => {
        const name = rgb(readable(toHex(one), side))
        expect(contrastRatio(name, rgb(papers[side].card))).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  test('is the colour itself where that can be read', () => {
    expect(readable('#0b6bb0', 'light')).toBe('#0b6bb0')
    expect(readable('#6db7f2', 'dark')).toBe('#6db7f2')
    expect(readable('#ffd54a', 'light')).not.toBe('#ffd54a')
  })
})
