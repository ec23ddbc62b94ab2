// Which window `npm start` opens, and what it says when it isn't Electron's. Only decisions: what they decide about
// is handed in, so that a test walks every branch.

const LATER = 'Opening in your browser instead; `npx install-electron` fetches Electron.'

/**
 * Returns the exit code.
 *
 * - `wish`: GALLEY_HOST; `electron` and `browser` decide outright, with nothing opening instead.
 * - `interactive`: a person sits at a terminal and can watch, or stop, a download.
 * - `findElectron()`: path of the program, or undefined.
 * - `fetchElectron()`: `{ fetched: true }` or `{ fetched: false, reason }`.
 * - `runElectron(program)`: `{ ready: true, code }` when it ended, or `{ ready: false, reason }` if no window came.
 * - `runBrowser()`: the browser host; the exit code.
 * - `say(line)`: one plain line for the person.
 */
export async function startGalley(parts) {
  const { wish, interactive, findElectron, fetchElectron, runElectron, runBrowser, say } = parts
  if (wish === 'browser') return runBrowser()
  if (wish && wish !== 'electron') {
    say(`GALLEY_HOST is "${wish}"; it can be "electron" or "browser".`)
    return 2
  }
  const without = (reason) => {
    if (wish === 'electron') {
      say(`${reason}. GALLEY_HOST asks for Electron, so nothing else is opened.`)
      return 1
    }
    say(`${reason}. ${LATER}`)
    return runBrowser()
  }

  if (findElectron() === undefined) {
    if (!interactive && wish !== 'electron') return without('Electron is not installed')
    const outcome = await fetchElectron()
    if (!outcome.fetched) return without(`Electron could not be fetched: ${outcome.reason}`)
  }
  const program = findElectron()
  if (program === undefined) return without('Electron could not be fetched: its installer left no program')
  const outcome = await runElectron(program)
  return outcome.ready ? outcome.code : without(`Electron did not open a window: ${outcome.reason}`)
}

/**
 * The words after `npm start --`, with paths made absolute: npm runs scripts in the package's folder and names the
 * person's own in INIT_CWD. Options stay as they are, also the number after `--port`.
 */
export function absoluteWords(words, cwd, resolve) {
  return words.map((word, index) =>
    word.startsWith('-') || word.startsWith('file:') || words[index - 1] === '--port'
      ? word
      : resolve(cwd, word),
  )
}
