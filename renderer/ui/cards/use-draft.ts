import { useEffect, useRef, useState } from 'react'

interface Draft {
  /** What the field shows: what is being typed, else the value. */
  readonly shown: string
  type(text: string): void
  /** Makes what was typed one change, if it is one. */
  save(): void
}

/**
 * What is typed into a field before it counts. It is committed once, when the field is left; also when the field
 * goes away under the typing hand, where no blur comes.
 */
export function useDraft(value: string, commit: (text: string) => void): Draft {
  // In a ref as well: leaving by a key saves and then blurs, before React renders again.
  const typed = useRef<string | null>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    const text = typed.current
    typed.current = null
    setDraft(null)
    if (text !== null && text !== value) commit(text)
  }
  const latest = useRef(save)
  latest.current = save
  useEffect(() => () => latest.current(), [])
  return {
    shown: draft ?? value,
    type(text) {
      typed.current = text
      setDraft(text)
    },
    save,
  }
}
