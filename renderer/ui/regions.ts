/** Regions of the window in the order that F6 walks them, by landmark; those not shown now are passed over. */
const regions = ['main', 'aside', 'footer', 'header', 'nav'] as const

/** Things in a region that can take the focus. */
const focusable = [
  '[contenteditable="true"]',
  'button:not(:disabled)',
  'a[href]',
  'input:not(:disabled)',
  'textarea:not(:disabled)',
  '[tabindex="0"]',
].join(',')

/** Moves the focus to the next part of the window; false: there is none, or a dialog is open. */
export function focusNextRegion(root: ParentNode = document): boolean {
  if (root.querySelector('[role="dialog"]') !== null) return false
  const found = regions
    .map((name) => root.querySelector<HTMLElement>(`[data-region="${name}"]`))
    .filter((element) => element !== null)
  const at = found.findIndex((element) => element.contains(document.activeElement))
  for (let step = 1; step <= found.length; step++) {
    const target = found[(at + step) % found.length]?.querySelector<HTMLElement>(focusable)
    if (target) {
      target.focus()
      return true
    }
  }
  return false
}
