import { fromLinear, type Matrix, type Rgb, times, toLinear } from './rgb.ts'

/** Ways of seeing colour; each of the last three lacks one kind of cone. */
export const visions = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'] as const
export type Vision = (typeof visions)[number]

// At full severity, on linear light. Source: Machado, Oliveira, Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), table 1.
const seenWith: Readonly<Record<Exclude<Vision, 'usual'>, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** A colour as it looks to someone who sees so, for everybody else. */
export function seenAs(vision: Vision, colour: Rgb): Rgb {
  return vision === 'usual' ? colour : fromLinear(times(seenWith[vision], toLinear(colour)))
}
