import type { ShownPicture } from './editor-options.ts'

/** Fills the frames of pictures when they come near the screen. */
export interface PictureFrames {
  watch(frame: HTMLElement, source: string): void
  forget(frame: HTMLElement): void
}

/**
 * Shows pictures when their frames come within a screen of what is seen; a story with a hundred of them opens as one
 * with none.
 * @param scroller what the story scrolls in
 */
export function pictureFrames(
  scroller: HTMLElement,
  picture: (source: string) => Promise<ShownPicture>,
): PictureFrames & { stop(): void } {
  const sources = new WeakMap<Element, string>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const source = sources.get(target)
        if (!isIntersecting || source === undefined) continue
        observer.unobserve(target)
        void picture(source).then((shown) => fill(target, shown))
      }
    },
    { root: scroller, rootMargin: '100% 0px' },
  )
  return {
    watch(frame, source) {
      sources.set(frame, source)
      observer.observe(frame)
    },
    forget(frame) {
      sources.delete(frame)
      observer.unobserve(frame)
    },
    stop: () => observer.disconnect(),
  }
}

function fill(frame: Element, shown: ShownPicture): void {
  if ('problem' in shown) {
    frame.classList.add('without')
    frame.textContent = shown.problem
    return
  }
  const image = document.createElement('img')
  // Its alternative text is the text of the block, which stands below it.
  image.alt = ''
  image.decoding = 'async'
  image.draggable = false
  image.addEventListener('error', () => {
    fill(frame, { problem: 'This picture is damaged and can’t be shown.' })
  })
  image.src = shown.url
  frame.replaceChildren(image)
}
