import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname
const outDir = path.resolve(here, '../.build/floor')
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Builds the bare ProseMirror page as the app is built, and serves it with one story on a loopback port. */
export async function serveFloor(story: () => string): Promise<{ origin: string; close(): void }> {
  await build({
    configFile: false,
    root: path.join(here, 'floor'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'chrome150', reportCompressedSize: false },
  })
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://floor').pathname
    if (name === '/story.txt') {
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(story())
      return
    }
    const file = path.join(outDir, name === '/' ? 'index.html' : path.normalize(name))
    readFile(file).then(
      (body) =>
        response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
