/**
 * Tells `npm start`, which asks for it by environment, how far the start has come: `ready` when the window shows,
 * `handed over` when a Galley that already runs took the files. Otherwise nothing is printed.
 */
export function tellStarter(state: 'ready' | 'handed over'): void {
  if (process.env.GALLEY_SAY_READY === '1') process.stdout.write(`galley: ${state}\n`)
}
