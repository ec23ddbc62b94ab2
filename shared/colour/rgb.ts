/** A colour in sRGB as it is encoded on screen (IEC 61966-2-1): red, green, blue, each 0 … 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i

/** @param hex `#rrggbb`, in either case; null: anything else */
export function parseHex(hex: string): Rgb | null {
  const found = HEX.exec(hex)
  if (found === null) return null
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((two) => Number.parseInt(two, 16) / 255)
  return [red, green, blue]
}

/** @returns `#rrggbb` in lower case, each channel rounded to the nearest of 256 and kept within them */
export function toHex(colour: Rgb): string {
  const two = (channel: number) =>
    Math.round(within(channel) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${colour.map(two).join('')}`
}

/** Light of each channel, 0 … 1, from its encoded value. Source: IEC 61966-2-1, as corrected in WCAG 2.2. */
export function toLinear(colour: Rgb): Rgb {
  return each(colour, (channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
}

/** The way back; light outside 0 … 1, which no screen shows, is taken to the nearest that it does. */
export function fromLinear(light: Rgb): Rgb {
  return each(light, (channel) => {
    const part = within(channel)
    return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055
  })
}

/** `over` with some opacity laid over `under`, as CSS paints it: in encoded values. @param opacity 0 … 1 */
export function lay(over: Rgb, opacity: number, under: Rgb): Rgb {
  const mix = (index: 0 | 1 | 2) => over[index] * opacity + under[index] * (1 - opacity)
  return [mix(0), mix(1), mix(2)]
}

export type Matrix = readonly [Rgb, Rgb, Rgb]

/** Each row of the matrix times the colour. */
export function times(matrix: Matrix, [red, green, blue]: Rgb): Rgb {
  const row = ([a, b, c]: Rgb) => a * red + b * green + c * blue
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

const within = (channel: number) => Math.min(1, Math.max(0, channel))

function each([red, green, blue]: Rgb, change: (channel: number) => number): Rgb {
  return [change(red), change(green), change(blue)]
}
