import type { Settings } from './contract-settings.ts'

/** What a person has who never changed a setting. */
export const defaultSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  singleKeys: true,
  keys: {},
  zoom: 100,
  paper: 'usual',
  snap: true,
  allMarks: false,
  tagColours: {},
  tags: null,
}

/** Sizes of the story's text, in percent of the usual. */
export const SMALLEST_ZOOM = 60
export const LARGEST_ZOOM = 240

/** Sizes of the story's text that the keys step through, in percent of the usual. */
const zoomSteps = [60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 240] as const

/** The next size up or down from any size; the last one stays. */
export function zoomStep(zoom: number, by: 1 | -1): number {
  const next = by === 1 ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom)
  return next ?? zoom
}
