import { useEffect } from 'react'
import { useDesk } from './tools.ts'
import { MORE_CONTRAST, useMedia } from './use-media.ts'

/**
 * Puts how the window looks where the styles look for it, on `<html>`: `data-theme` (none: the system decides),
 * `data-contrast`, `data-paper` and `--zoom`, the size of the story's text as a part of the usual one.
 */
export function useTheme(): void {
  const theme = useDesk((state) => state.settings.theme)
  const more = useDesk((state) => state.settings.contrast === 'more')
  const paper = useDesk((state) => state.settings.paper)
  const zoom = useDesk((state) => state.settings.zoom)
  const systemMore = useMedia(MORE_CONTRAST)
  useEffect(() => set('theme', theme === 'system' ? null : theme), [theme])
  useEffect(() => set('contrast', more || systemMore ? 'more' : null), [more, systemMore])
  useEffect(() => set('paper', paper), [paper])
  useEffect(() => showZoom(zoom), [zoom])
}

/** Shows the story's text in this size at once, also before it is settled. @param zoom percent of the usual */
export function showZoom(zoom: number): void {
  document.documentElement.style.setProperty('--zoom', String(zoom / 100))
}

function set(name: 'theme' | 'contrast' | 'paper', value: string | null): void {
  const { dataset } = document.documentElement
  if (value === null) delete dataset[name]
  else dataset[name] = value
}
