import { useEffect, useState } from 'react'

/**
 * True when a value has been the same for so many milliseconds: what follows each step of a held key would only
 * flicker. A `null` value never rests.
 */
export function useRest(value: string | null, milliseconds: number): boolean {
  const [rested, setRested] = useState<string | null>(null)
  useEffect(() => {
    if (value === null) return setRested(null)
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return value !== null && rested === value
}
