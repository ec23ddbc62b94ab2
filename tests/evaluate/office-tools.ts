import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'

/** Programs that the evaluation runs, and fonts that it looks for, with Debian's package of each. */
const NEEDS = [
  { what: 'soffice', package: 'libreoffice-writer', isThere: () => runs('soffice', '--version') },
  { what: 'pdftotext', package: 'poppler-utils', isThere: () => runs('pdftotext', '-v') },
  { what: 'a font for Chinese and Japanese', package: 'fonts-noto-cjk', isThere: () => hasFont(':lang=zh') },
  {
    what: 'a font for emoji',
    package: 'fonts-noto-color-emoji',
    isThere: () => hasFont(':charset=1f6a6'),
  },
] as const

/** LibreOffice takes long to begin, and longer on a computer that is busy. */
const PATIENCE = 10 * 60_000

/**
 * Installs what is missing on Debian as root.
 * @returns what is still missing, with what to do; null: all is there
 */
export function missingTools(say: (line: string) => void): string | null {
  let missing = NEEDS.filter(({ isThere }) => !isThere())
  if (missing.length === 0) return null
  const packages = missing.map((need) => need.package).join(' ')
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say(`Installing ${packages} …`)
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    output('apt-get', ['update', '-qq'], quiet)
    output('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages.split(' ')], quiet)
    missing = missing.filter(({ isThere }) => !isThere())
    if (missing.length === 0) return null
  }
  const names = missing.map(({ what }) => what).join(', ')
  return `Not there: ${names}. On Debian, as root: apt-get install ${missing.map((need) => need.package).join(' ')}`
}

/** Runs a program to its end. @returns what it printed, or null if it failed or took too long */
export function output(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string | null {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: PATIENCE,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
  })
  return status === 0 ? stdout : null
}

function runs(program: string, argument: string): boolean {
  return spawnSync(program, [argument], { stdio: 'ignore' }).error === undefined
}

function hasFont(pattern: string): boolean {
  return (output('fc-list', [pattern, 'family']) ?? '').trim() !== ''
}
