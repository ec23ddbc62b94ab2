import { expect, test } from './test.ts'

test('typing, pasting, cutting, dropping and composing leave the locked text as it is', async ({
  desk,
  page,
}) => {
  await desk.start()
  await desk.opened()
  const before = await desk.story.textContent()

  // Single keys off, so that letters and digits would reach the text if it were not locked.
  await desk.keys('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('tab', { name: 'Keys' }).click()
  await settings.getByRole('switch', { name: /Single keys/ }).focus()
  await desk.keys('Space', 'Escape')
  await expect(settings).toBeHidden()
  await desk.intoStory()

  await page.keyboard.type('Hello 5, ')
  await desk.keys('Enter', 'Backspace', 'Delete', 'Control+a', 'Control+x', 'Control+v')
  await page.keyboard.insertText('dictated words')

  const protocol = await page.context().newCDPSession(page)
  await protocol.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
  await protocol.send('Input.insertText', { text: '日本' })

  await desk.story.evaluate((story) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'dropped')
    story.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    story.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  expect(await desk.story.textContent()).toBe(before)
})
