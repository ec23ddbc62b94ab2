/** Field values by what they say about the work: settled, or still to be looked into. */
const tones: Readonly<Record<string, 'good' | 'warn'>> = {
  verified: 'good',
  named: 'good',
  document: 'good',
  unverified: 'warn',
  disputed: 'warn',
  unnamed: 'warn',
}

export function fieldTone(value: string): 'good' | 'warn' | undefined {
  return Object.hasOwn(tones, value) ? tones[value] : undefined
}

/** Said behind a value that is stale. */
export const STALE = ', before the text changed'

/** A fact was checked in other words, or in another sentence, than the story has today. */
export function isStale(field: string, value: string, doubtful: boolean): boolean {
  return doubtful && field === 'status' && value === 'verified'
}
