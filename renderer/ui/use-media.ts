import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now; the component renders again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** The stories stand beside the page; below this they are a sheet. In the browser's size of text: 1120 pixels at 16. */
export const RAIL_FITS = '(min-width: 70em)'
/** The margin stands beside the page; below this it is a sheet: 820 pixels at 16. */
export const SIDE_FITS = '(min-width: 51.25em)'
/** The system asks for stronger lines and text. */
export const MORE_CONTRAST = '(prefers-contrast: more)'
