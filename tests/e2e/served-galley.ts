import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

export const root = path.resolve(import.meta.dirname, '../..')

/** The built `galley serve` on a copy of the fixtures, with a data folder of its own. */
export class ServedGalley {
  readonly #process: ChildProcess
  readonly #errors: string[]
  /** Holds one use; `freshUrl()` gives another. */
  readonly url: string
  /** Copy of the fixtures; what the run writes stays in here. */
  readonly folder: string
  readonly dataFolder: string

  private constructor(
    process: ChildProcess,
    url: string,
    folder: string,
    dataFolder: string,
    errors: string[],
  ) {
    this.#process = process
    this.url = url
    this.folder = folder
    this.dataFolder = dataFolder
    this.#errors = errors
  }

  /** `story`: file name inside the folder; null: the welcome page. `from`: what the folder holds at first. */
  static async start(options: {
    story: string | null
    folder?: string
    dataFolder?: string
  }): Promise<ServedGalley> {
    const folder = options.folder ?? (await freshFixtures())
    const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'galley-data-')))
    const story = options.story === null ? [] : [path.join(folder, options.story)]
    const child = spawn(
      process.execPath,
      [path.join(root, 'dist/cli/galley.js'), 'serve', ...story, '--no-open'],
      {
        // As root, Chromium prints only without its sandbox; that is for tests alone.
        env: {
          ...process.env,
          GALLEY_NO_SANDBOX: '1',
          GALLEY_DATA: dataFolder,
          USER: 'jane',
          LOGNAME: 'jane',
        },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    )
    const errors: string[] = []
    child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', resolve)
      child.once('exit', (code) => reject(new Error(`galley serve ended with ${code}: ${errors.join('')}`)))
    })
    return new ServedGalley(child, url, folder, dataFolder, errors)
  }

  get origin(): string {
    return new URL(this.url).origin
  }

  /** What it said on standard error so far. */
  get log(): string {
    return this.#errors.join('')
  }

  /** Another address with a code of its own, as Enter in the terminal gives it. */
  freshUrl(): Promise<string> {
    const { stdin, stdout } = this.#process
    if (stdin === null || stdout === null) throw new Error('no terminal')
    const line = new Promise<string>((resolve) => createInterface({ input: stdout }).once('line', resolve))
    stdin.write('\n')
    return line
  }

  /** Runs the `galley` command on the same data folder; what it printed. @throws if it ended with 2. */
  async command(...args: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [path.join(root, 'dist/cli/galley.js'), ...args], {
      env: { ...process.env, GALLEY_DATA: this.dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
    })
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    if (code !== 0 && code !== 1) throw new Error(`galley ${args[0]} ended with ${code}: ${said}`)
    return printed
  }

  /** Ends it as Ctrl-C does; returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.#process.exitCode !== null) return this.#process.exitCode
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve))
    this.#process.kill('SIGINT')
    return ended
  }
}

/** A folder that holds the stories of the fixtures and their sidecars, named as a desk would name it. */
export async function freshFixtures(): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'galley-stories-')), 'World desk')
  const fixtures = path.join(root, 'fixtures')
  await cp(fixtures, folder, {
    recursive: true,
    filter: (file) => !['README.md', 'broken'].includes(path.relative(fixtures, file)),
  })
  return folder
}

export const discard = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })
