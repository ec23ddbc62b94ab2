import { history } from 'prosemirror-history'

// A day's work on one story fits.
const HISTORY_DEPTH = 5000

/** The one history of text and annotations. A plugin holds no state, so all editors share it. */
export const timeline = history({ depth: HISTORY_DEPTH })
