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
