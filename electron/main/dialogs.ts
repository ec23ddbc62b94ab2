import path from 'node:path'
import {
  type BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import { storyExtensions } from '../../shared/story/formats.ts'
import type { CloseAnswer } from './closing.ts'

const EXPORT_FILTERS: Readonly<Record<string, FileFilter>> = {
  '.html': { name: 'Annotated report (HTML)', extensions: ['html'] },
  '.pdf': { name: 'Annotated report (PDF)', extensions: ['pdf'] },
  '.docx': { name: 'Word document', extensions: ['docx'] },
  '.md': { name: 'Markdown', extensions: ['md'] },
  '.csv': { name: 'Table (CSV)', extensions: ['csv'] },
  '.xlsx': { name: 'Excel workbook', extensions: ['xlsx'] },
  '.jsonld': { name: 'Web annotations (JSON-LD)', extensions: ['jsonld'] },
  '.qdpx': { name: 'REFI-QDA project', extensions: ['qdpx'] },
  '.json': { name: 'Hypothesis annotations (JSON)', extensions: ['json'] },
}

/**
 * The native open dialog.
 * @param folder where it opens; always given, because Electron would go to the downloads
 * @returns an absolute path; null: cancelled
 */
export async function askForStory(window: BrowserWindow | undefined, folder: string): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Open story',
    defaultPath: folder,
    properties: ['openFile'],
    filters: [
      { name: 'Stories', extensions: storyExtensions.map((extension) => extension.slice(1)) },
      { name: 'All files', extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** The native open dialog for a file of annotations; an absolute path, or null: cancelled. */
export async function askForImport(
  window: BrowserWindow | undefined,
  folder: string,
): Promise<string | null> {
  const extensions = ['ann', 'jsonld', 'json', 'csv', 'tsv', 'docx']
  const options: OpenDialogOptions = {
    title: 'Import annotations',
    defaultPath: folder,
    properties: ['openFile'],
    filters: [
      { name: 'Annotations', extensions },
      { name: 'All files', extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** The native save dialog for an export; an absolute path, or null: cancelled. */
export async function askForExport(
  window: BrowserWindow | undefined,
  suggestedName: string,
  folder: string,
): Promise<string | null> {
  const filter = EXPORT_FILTERS[path.extname(suggestedName).toLowerCase()]
  const options: SaveDialogOptions = {
    title: 'Export',
    defaultPath: path.join(folder, suggestedName),
    ...(filter === undefined ? {} : { filters: [filter] }),
  }
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return canceled || filePath === '' ? null : filePath
}

/** The native dialog for the folder that the exports of a whole folder go into; an absolute path, or null: cancelled. */
export async function askForExportFolder(
  window: BrowserWindow | undefined,
  folder: string,
): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Export the folder',
    message: 'Where the reports go; earlier ones there are replaced',
    buttonLabel: 'Export here',
    defaultPath: folder,
    properties: ['openDirectory', 'createDirectory'],
  }
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asked when the window closes and the latest changes are still in memory only. */
export async function askAboutUnsaved(window: BrowserWindow): Promise<CloseAnswer> {
  const answers: readonly CloseAnswer[] = ['save', 'discard', 'cancel']
  const chosen = await ask(window, {
    type: 'warning',
    message: 'The latest changes could not be saved.',
    detail: 'If you close now, they are lost.',
    buttons: ['Try Saving Again', 'Close Without Saving', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
  })
  return answers[chosen] ?? 'cancel'
}

/** Asked when the page died for the third time within a minute. True: load it again. */
export async function askAfterCrash(window: BrowserWindow): Promise<boolean> {
  const chosen = await ask(window, {
    type: 'error',
    message: 'The window stopped working several times.',
    detail: 'What the status bar called saved is on the disk.',
    buttons: ['Load Again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  return chosen === 0
}

/** Tells that a story could not be opened, in the sentence that the window would use. */
export async function tellProblem(window: BrowserWindow, sentence: string): Promise<void> {
  await ask(window, { type: 'warning', message: sentence, buttons: ['OK'] })
}

async function ask(window: BrowserWindow, options: MessageBoxOptions): Promise<number> {
  // noLink: Windows would else turn buttons into large links.
  return (await dialog.showMessageBox(window, { title: 'Galley', noLink: true, ...options })).response
}
