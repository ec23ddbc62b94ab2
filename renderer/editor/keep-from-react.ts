/**
 * Spares the story what React does for a focused text field before each commit: it notes the selection as offsets,
 * for which it walks all nodes of the field, several milliseconds in a long story (`getModernOffsets` in React DOM
 * 19). It knows such fields by this property. The attribute, by which the browser goes, stays as it is; React draws
 * nothing inside the story, so there is no selection to bring back.
 */
export function keepFromReact(story: HTMLElement): void {
  Object.defineProperty(story, 'contentEditable', { value: 'inherit', configurable: true })
}
