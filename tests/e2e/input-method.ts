import type { CDPSession, Page } from '@playwright/test'

/** An input method at work in a page, through the browser's own protocol: compositions are as real as a person's. */
export class InputMethod {
  readonly #protocol: CDPSession

  private constructor(protocol: CDPSession) {
    this.#protocol = protocol
  }

  static async in(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page))
  }

  /** Shows these words one after the other as being composed; the last ones stay. */
  async compose(...shown: readonly string[]): Promise<void> {
    for (const text of shown) {
      // The key itself belongs to the input method (UI Events, 4.3.3); M is no command.
      await this.#protocol.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code: 'KeyM',
        windowsVirtualKeyCode: 229,
      })
      await this.#protocol.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
  }

  /** Ends the composition with these words. */
  async commit(text: string): Promise<void> {
    await this.#protocol.send('Input.insertText', { text })
  }

  /** Ends the composition with nothing. */
  async cancel(): Promise<void> {
    await this.#protocol.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  }

  /** A key that waits for another one to put an accent on. */
  async deadKey(code: string): Promise<void> {
    const key = { key: 'Dead', code, windowsVirtualKeyCode: 222 }
    await this.#protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await this.#protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }

  /** One key of another keyboard: the character that it types, the place where it is. */
  async key(key: string, code: string, { shift = false } = {}): Promise<void> {
    const stroke = { key, code, modifiers: shift ? SHIFT : 0 }
    await this.#protocol.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...stroke })
    await this.#protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
  }
}

// As the protocol counts modifier keys.
const SHIFT = 8
