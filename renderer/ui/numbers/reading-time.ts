// Words a minute, silent reading of English non-fiction: the mean of 190 studies (Brysbaert 2019, "How many words do
// we read per minute?", Journal of Memory and Language 109).
const WORDS_A_MINUTE = 238

/** "4 min"; "under 1 min" for what is read in less. */
export function readingTime(words: number): string {
  const minutes = Math.round(words / WORDS_A_MINUTE)
  return minutes === 0 ? 'under 1 min' : `${minutes.toLocaleString()} min`
}
