/** Makes what stands in the field that has the focus count, as if it had been left; the focus stays. */
export function handOverTyping(): void {
  const { activeElement } = document
  const isField = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement
  if (!isField) return
  activeElement.blur()
  activeElement.focus()
}
