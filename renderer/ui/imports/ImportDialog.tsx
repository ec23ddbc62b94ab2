import { useState } from 'react'
import type { ImportOutcome, ImportPreview } from '../../../shared/desk/contract-import.ts'
import { useDeskAtOnce } from '../tools.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportForm } from './ImportForm.tsx'
import { ImportSummary } from './ImportSummary.tsx'

/** Annotations of another program: which file, what becomes of it, what was done. */
export function ImportDialog() {
  const open = useDeskAtOnce((state) => state.dialog === 'import' && state.open !== null)
  return open ? <ImportSteps /> : null
}

function ImportSteps() {
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  if (outcome !== null) return <ImportSummary outcome={outcome} />
  if (preview === null) return <ChooseFile onRead={setPreview} />
  return (
    <ImportForm key={preview.token} preview={preview} onDone={setOutcome} onBack={() => setPreview(null)} />
  )
}
