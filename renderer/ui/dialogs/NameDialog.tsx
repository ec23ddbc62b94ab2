import { type FormEvent, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { takeFailure, useDesk, useTools } from '../tools.ts'
import { NameField } from './NameField.tsx'

/** First start: under which name annotations are saved. Asked once, pre-filled from the system. */
export function NameDialog() {
  const beginning = useDesk((state) => state.beginning)
  const person = useDesk((state) => state.person)
  if (beginning === null || person !== null) return null
  return <NameForm suggested={beginning.suggestedName} />
}

function NameForm({ suggested }: { readonly suggested: string }) {
  const tools = useTools()
  const [name, setName] = useState(suggested)
  const [complaint, setComplaint] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await tools.actions.name(name.trim()))) setComplaint(takeFailure(tools))
  }
  const start = (
    <Button kind="primary" type="submit" form="name-form">
      Start
    </Button>
  )
  return (
    <DialogFrame
      open
      must
      onClose={() => undefined}
      title="Who is annotating?"
      lead="Colleagues who open the same folder see it on your annotations. You can change it in Settings."
      actions={start}
    >
      <form id="name-form" onSubmit={submit}>
        <NameField name={name} onChange={setName} complaint={complaint} />
      </form>
    </DialogFrame>
  )
}
