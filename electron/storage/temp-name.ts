/**
 * Names of the files that exist only while something is written. `.~` in front and `.tmp` behind are on the
 * ignore lists of the common sync clients; the name is short and does not depend on the story's.
 */
const pattern = /^\.~galley-(\d+)-[0-9a-f]{12}\.tmp$/

/** @param random 12 lower-case hex digits. */
export function tempName(pid: number, random: string): string {
  return `.~galley-${pid}-${random}.tmp`
}

/** The process that made this file; null: not one of ours. */
export function tempOwner(name: string): number | null {
  const pid = pattern.exec(name)?.[1]
  return pid === undefined ? null : Number(pid)
}
