import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import styles from './Settings.module.css'

interface AskFirstProps {
  /** Of the button, and of the one that does it. */
  readonly label: ReactNode
  readonly question: string
  readonly act: () => void
}

/** A button for what can't be undone: it asks in its own place. */
export function AskFirst({ label, question, act }: AskFirstProps) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking === null) return
    const { current } = asking ? keep : first
    current?.focus()
  }, [asking])
  if (asking !== true) {
    return (
      <Button ref={first} kind="danger" small onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  }
  return (
    <span className={styles.ask} role="alertdialog" aria-label={question}>
      <span>{question}</span>
      <Button kind="danger" small onClick={act}>
        {label}
      </Button>
      <Button ref={keep} small onClick={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  )
}
