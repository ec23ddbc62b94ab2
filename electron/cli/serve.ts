import path from 'node:path'
import { serve as serveWindow } from '../browser/serve.ts'
import { command } from './command.ts'

const HIGHEST_PORT = 65_535

export const serve = command({
  name: 'serve',
  usage: 'serve [STORY]… [--no-open] [--port N]',
  summary: 'Shows Galley’s window in an installed Chrome, Chromium or Edge, over this computer only.',
  help: `  --no-open  opens no window; runs until Ctrl-C. Otherwise it also ends ten seconds after the last window left
  --port N   the port to listen on; without it any free one

The first line of standard output is the address to open, and nothing else. Enter prints a fresh one.
`,
  options: { 'no-open': { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  async run({ values, positionals }, io) {
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    if (!(port <= HIGHEST_PORT))
      return { wrongUse: `--port takes a number up to ${HIGHEST_PORT}, not “${values.port}”.` }
    const stories = positionals.map((story) => path.resolve(io.cwd, story))
    return serveWindow({ stories, open: !values['no-open'], port, io })
  },
})
