import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now; the component renders again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      const stop = onTextSize(changed)
      return () => {
        list.removeEventListener('change', changed)
        stop()
      }
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** A query in `em` is answered anew when the browser's size of text changes, but nothing says so: a box of that size does. */
function onTextSize(changed: () => void): () => void {
  const box = document.createElement('div')
  Object.assign(box.style, { position: 'absolute', width: '1rem', height: '0', visibility: 'hidden' })
  document.body.append(box)
  const observer = new ResizeObserver(changed)
  observer.observe(box)
  return () => {
    observer.disconnect()
    box.remove()
  }
}

/** The stories stand beside the page; below this they are a sheet. In the browser's size of text: 1120 pixels at 16. */
export const RAIL_FITS = '(min-width: 70em)'
/** The margin stands beside the page; below this it is a sheet: 820 pixels at 16. */
export const SIDE_FITS = '(min-width: 51.25em)'
/** The system asks for stronger lines and text. */
export const MORE_CONTRAST = '(prefers-contrast: more)'
