import type { DeskApi, Input } from '../../shared/desk/contract.ts'
import type { ExportChoice, Exported, FolderExported } from '../../shared/desk/contract-export.ts'
import type { ExportFormat } from '../../shared/exchange/formats.ts'
import type { Failure } from '../../shared/failure.ts'
import type { StoryId } from '../../shared/units.ts'
import { download } from './download.ts'

/** What leaves Galley. */
export interface ExportActions {
  /** Written or handed to the browser's downloads; null: cancelled or failed. */
  exportAs(format: ExportFormat, choice: ExportChoice): Promise<Exported | null>
  /** Every story of the folder that the open one lies in; null: no folder was chosen, or it failed. */
  exportFolder(wanted: Omit<Input<'exportFolder'>, 'story'>): Promise<FolderExported | null>
  /** Ends `exportFolder` after the file that it is at. */
  cancelExport(): void
}

interface ExportDeps {
  readonly desk: DeskApi
  /** null: none is open. */
  story(): StoryId | null
  /** Hands over what is being typed. */
  flush(): Promise<boolean>
  fail(failure: Failure): void
  announce(text: string): void
  patch(change: { readonly exporting: null }): void
}

export function createExportActions(deps: ExportDeps): ExportActions {
  const { desk, fail, announce } = deps
  return {
    async exportAs(format, choice) {
      const story = deps.story()
      if (story === null) return null
      await deps.flush()
      const reply = await desk.exportStory({ story, format, ...choice })
      if (!reply.ok) fail(reply.error)
      if (!reply.ok || reply.value === null) return null
      if (reply.value.kind === 'download') download(reply.value)
      announce(`${reply.value.name} exported`)
      return reply.value
    },
    async exportFolder(wanted) {
      const story = deps.story()
      if (story === null) return null
      await deps.flush()
      const reply = await desk.exportFolder({ story, ...wanted })
      deps.patch({ exporting: null })
      if (!reply.ok) fail(reply.error)
      return reply.ok ? reply.value : null
    },
    cancelExport: () => void desk.cancelExport({}),
  }
}
