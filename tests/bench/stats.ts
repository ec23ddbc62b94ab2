/** The middle value; of an even number the lower of the two. NaN for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** The value that 95 % do not exceed. NaN for none. */
export function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
