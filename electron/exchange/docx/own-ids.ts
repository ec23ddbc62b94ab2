/** Begins the ids that mammoth gives: of footnotes, their references, and bookmarks. */
export const OWN_IDS = 'galley-word-'
