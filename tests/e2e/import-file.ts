import type { Page } from '@playwright/test'
import { expect } from './test.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

/** Opens the dialog by the palette, with the keyboard only. */
export async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('import annot')
  await page.keyboard.press('Enter')
  // There is nothing else to do here: the next key does it.
  await expect(chooseButton(page)).toBeFocused()
}

/** Hands files over to the dialog, with the keyboard only but for the system's own dialog. */
export async function handOver(page: Page, ...files: readonly TextFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await chooseButton(page).press('Enter')
  await (await chooser).setFiles(
    files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })),
  )
}

const chooseButton = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Choose a file…' })
