import type { Page } from '@playwright/test'

/** Sets the size of text as a person does in the browser's settings, in pixels; 16 where nobody did. */
export async function browserText(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: Math.round(standard * 0.8125) } })
}
