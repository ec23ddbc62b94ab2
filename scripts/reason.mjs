const LONGEST = 160

/**
 * The one line of a program's complaints that says most: the first that names an error, else the last. Without
 * Chromium's `[pid:time:FATAL:file(line)]` and without a full stop, to stand inside a sentence.
 */
export function reasonIn(errors, otherwise) {
  const lines = errors
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
    .filter((line) => line !== '' && !/^at /.test(line))
  const line = lines.find((one) => /error\b|fatal|not supported|missing/i.test(one)) ?? lines.at(-1)
  if (line === undefined) return otherwise
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
  return short.replace(/\.$/, '')
}
