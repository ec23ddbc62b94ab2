import { useEffect, useState } from 'react'
import type { ImportOutcome, ImportPreview } from '../../../shared/desk/contract-import.ts'
import { useTools } from '../tools.ts'
import { authorsOf, type ImportChoice } from './import-choice.ts'

// Milliseconds after the last letter of a name.
const PAUSE = 250

/**
 * What an import would do with these names: what is here already depends on them.
 * @param choice null: there is nothing to ask yet
 * @returns null: not known
 */
export function useDryRun(preview: ImportPreview, choice: ImportChoice | null): ImportOutcome | null {
  const { actions } = useTools()
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const authors = choice === null ? null : JSON.stringify(authorsOf(preview, choice))
  useEffect(() => {
    setOutcome(null)
    if (authors === null) return
    let current = true
    const timer = setTimeout(async () => {
      const wanted = { token: preview.token, authors: JSON.parse(authors), tags: [], dry: true }
      const answer = await actions.importMarks(wanted)
      if (current) setOutcome(answer)
    }, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [actions, preview.token, authors])
  return outcome
}
