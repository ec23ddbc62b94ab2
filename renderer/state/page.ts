/** Leaves the field that is being typed into, so that its content counts before the story goes. */
export function leaveField(): void {
  const { activeElement } = document
  const isField = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement
  if (isField) activeElement.blur()
}

/** Asks whether changes that no disk has may be lost. */
export function askToLose(): boolean {
  return window.confirm(
    'Some changes are only in this window and could not be saved. Close the story anyway?',
  )
}
