import type { Lab } from './lab.ts'

// 25 to the 7th, of the formula.
const POW7 = 25 ** 7

/**
 * How different two colours look: CIEDE2000 with all weights 1. About 1 is just noticed side by side, 15 and more
 * is told apart in small lines. Source: Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula", Color Research
 * and Application 30 (2005), equations 2 to 22, whose 34 check pairs the tests use.
 */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - share(meanC))
  const [c1, h1] = polar((1 + g) * a1, b1)
  const [c2, h2] = polar((1 + g) * a2, b2)

  const isGrey = c1 * c2 === 0
  const turn = isGrey ? 0 : shortWay(h2 - h1)
  const deltaL = l2 - l1
  const deltaC = c2 - c1
  const deltaH = 2 * Math.sqrt(c1 * c2) * sine(turn / 2)

  const l = (l1 + l2) / 2
  const c = (c1 + c2) / 2
  const h = isGrey ? h1 + h2 : meanHue(h1, h2)
  const t =
    1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.2 * cosine(4 * h - 63)
  const rotation = -sine(60 * Math.exp(-(((h - 275) / 25) ** 2))) * 2 * share(c)

  const inL = deltaL / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2))
  const inC = deltaC / (1 + 0.045 * c)
  const inH = deltaH / (1 + 0.015 * c * t)
  return Math.sqrt(inL ** 2 + inC ** 2 + inH ** 2 + rotation * inC * inH)
}

const share = (chroma: number) => Math.sqrt(chroma ** 7 / (chroma ** 7 + POW7))

/** Chroma, and hue in degrees, 0 … 360; grey has hue 0. */
function polar(a: number, b: number): readonly [chroma: number, hue: number] {
  const hue = (Math.atan2(b, a) * 180) / Math.PI
  return [Math.hypot(a, b), hue < 0 ? hue + 360 : hue]
}

function shortWay(turn: number): number {
  if (Math.abs(turn) <= 180) return turn
  return turn > 180 ? turn - 360 : turn + 360
}

function meanHue(h1: number, h2: number): number {
  const sum = h1 + h2
  if (Math.abs(h1 - h2) <= 180) return sum / 2
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
}

const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180)
const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180)
