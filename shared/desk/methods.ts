import type { EventName, Method } from './contract.ts'

/**
 * Names only, without run-time weight: the sandboxed preload bundles this file. `page`: the page's scripts may
 * call it; `preload`: only the preload itself, with a path that it read off a real `File`.
 */
export const methods = {
  begin: 'page',
  nameAnnotator: 'page',
  changeSettings: 'page',
  shareTags: 'page',
  listStories: 'page',
  chooseStory: 'page',
  openStory: 'page',
  cancelOpening: 'page',
  showWholePage: 'page',
  readMarks: 'page',
  openSample: 'page',
  openDropped: 'preload',
  matchDropped: 'page',
  changeAnnotations: 'page',
  settlePlaces: 'page',
  saveText: 'page',
  keepBoth: 'page',
  adopt: 'page',
  retrySave: 'page',
  setAside: 'page',
  answerIdentity: 'page',
  storyImage: 'page',
  closeStory: 'page',
  exportStory: 'page',
  exportFolder: 'page',
  cancelExport: 'page',
  readImport: 'page',
  cancelImport: 'page',
  importMarks: 'page',
  flushed: 'page',
} as const satisfies Record<Method, 'page' | 'preload'>

export const events = {
  'story-changed': true,
  'story-tags': true,
  'save-state': true,
  'story-text': true,
  'story-problem': true,
  'open-story': true,
  command: true,
  'export-progress': true,
  flush: true,
} as const satisfies Record<EventName, true>
