import { readFileSync } from 'node:fs'

interface Node {
  readonly files?: Readonly<Record<string, Node>>
  readonly offset?: string
  readonly size?: number
}

/** An asar archive as Electron reads it: a JSON header behind four sizes, then the files one after another. */
export class Asar {
  readonly #bytes: Buffer
  readonly #root: Node
  readonly #start: number

  constructor(file: string) {
    this.#bytes = readFileSync(file)
    this.#start = 8 + this.#bytes.readUInt32LE(4)
    this.#root = JSON.parse(this.#bytes.subarray(16, 16 + this.#bytes.readUInt32LE(12)).toString())
  }

  /** Paths of all files, with `/`, sorted. */
  list(): readonly string[] {
    const walk = (node: Node, at: string): string[] =>
      Object.entries(node.files ?? {}).flatMap(([name, child]) =>
        child.files === undefined ? [`${at}${name}`] : walk(child, `${at}${name}/`),
      )
    return walk(this.#root, '').sort()
  }

  read(file: string): string {
    const node = file.split('/').reduce<Node | undefined>((at, name) => at?.files?.[name], this.#root)
    if (node?.offset === undefined || node.size === undefined)
      throw new Error(`${file} is not in the archive`)
    const from = this.#start + Number(node.offset)
    return this.#bytes.subarray(from, from + node.size).toString()
  }
}
