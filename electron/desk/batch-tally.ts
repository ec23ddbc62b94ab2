import path from 'node:path'
import type { FolderExported, FormatLeftOut, Skipped } from '../../shared/desk/contract-export.ts'
import { type ExportFormat, exportFormats } from '../../shared/exchange/formats.ts'
import type { LeftOut, LeftOutKind } from '../../shared/exchange/left-out.ts'
import { folded } from '../../shared/exchange/made.ts'
import type { SidecarFailure } from '../../shared/failure.ts'

/** What became of the stories of one run, and which names it has written. */
export class BatchTally {
  readonly #skipped: Skipped[] = []
  readonly #unreadable: SidecarFailure[] = []
  readonly #leftOut = new Map<ExportFormat, Map<LeftOutKind, number>>()
  readonly #taken = new Set<string>()
  #written = 0

  /** @returns false: this run wrote it already, for another story. @param target absolute path. */
  take(target: string): boolean {
    const key = folded(path.normalize(target))
    if (this.#taken.has(key)) return false
    this.#taken.add(key)
    return true
  }

  wrote(format: ExportFormat, leftOut: readonly LeftOut[]): void {
    this.#written += 1
    const counts = this.#leftOut.get(format) ?? new Map<LeftOutKind, number>()
    for (const { kind, count } of leftOut) counts.set(kind, (counts.get(kind) ?? 0) + count)
    this.#leftOut.set(format, counts)
  }

  skip(skipped: Skipped): void {
    this.#skipped.push(skipped)
  }

  cantRead(failures: readonly SidecarFailure[]): void {
    this.#unreadable.push(...failures)
  }

  summary(): Pick<FolderExported, 'written' | 'skipped' | 'leftOut' | 'unreadable'> {
    return {
      written: this.#written,
      skipped: [...this.#skipped],
      leftOut: this.#leftOutByFormat(),
      unreadable: [...this.#unreadable],
    }
  }

  #leftOutByFormat(): readonly FormatLeftOut[] {
    return exportFormats.flatMap((format) => {
      const leftOut = [...(this.#leftOut.get(format) ?? [])].map(([kind, count]) => ({ kind, count }))
      return leftOut.length === 0 ? [] : [{ format, leftOut }]
    })
  }
}
