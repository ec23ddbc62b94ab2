import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// Electron's programs carry their fuses behind this mark: a version, a length, then one character per fuse.
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = 9

const program = (): Buffer =>
  Buffer.concat([
    Buffer.from('#!/bin/sh\nexit 0\n'),
    Buffer.from(MARK),
    Buffer.from([1, FUSES]),
    Buffer.from('1'.repeat(FUSES)),
  ])

/** The fuses of a packed program, `1` on and `0` off, in the order of Electron's list. */
export function fusesOf(file: string): string {
  const bytes = readFileSync(file)
  const at = bytes.indexOf(MARK)
  if (at < 0) throw new Error(`${file} has no fuses`)
  const length = bytes[at + MARK.length + 1] ?? 0
  return bytes.subarray(at + MARK.length + 2, at + MARK.length + 2 + length).toString()
}

function write(file: string, content: string | Buffer, mode = 0o644): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content, { mode })
}

/** Writes what electron-builder needs of a Linux Electron: names, fuses, no machine code. */
export function writeLinuxDistribution(folder: string, version: string): void {
  write(path.join(folder, 'electron'), program(), 0o755)
  write(path.join(folder, 'version'), version)
  write(path.join(folder, 'LICENSE'), 'stand-in')
  write(path.join(folder, 'LICENSES.chromium.html'), 'stand-in')
  write(path.join(folder, 'locales/en-US.pak'), 'stand-in')
  mkdirSync(path.join(folder, 'resources'), { recursive: true })
}

/** The same for macOS: the bundle, its helpers and the framework that holds the fuses. */
export function writeMacDistribution(folder: string, version: string): void {
  const app = path.join(folder, 'Electron.app/Contents')
  bundle(app, 'Electron', 'com.github.Electron')
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${kind}`
    bundle(path.join(app, `Frameworks/${name}.app/Contents`), name, 'com.github.Electron.helper')
  }
  write(path.join(app, 'Frameworks/Electron Framework.framework/Electron Framework'), program(), 0o755)
  mkdirSync(path.join(app, 'Resources/en.lproj'), { recursive: true })
  write(path.join(app, 'Resources/electron.icns'), 'stand-in')
  write(path.join(folder, 'version'), version)
  write(path.join(folder, 'LICENSE'), 'stand-in')
  write(path.join(folder, 'LICENSES.chromium.html'), 'stand-in')
}

function bundle(contents: string, name: string, id: string): void {
  write(path.join(contents, 'MacOS', name), program(), 0o755)
  write(
    path.join(contents, 'Info.plist'),
    `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIdentifier</key><string>${id}</string>
<key>CFBundleName</key><string>${name}</string>
<key>CFBundlePackageType</key><string>APPL</string>
</dict></plist>
`,
  )
}
