import type { Node } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import { isRemoteImage } from '../../shared/story/image-source.ts'
import type { PictureFrames } from './pictures.ts'
import { attrsOf } from './schema.ts'

/**
 * An `image` block: a frame for its picture, then its text. The frame has its height before the picture comes, so
 * that nothing moves under the eyes of who reads; it is no text and can't be selected. A picture on the network has
 * no frame, only its address.
 */
export class PictureView implements NodeView {
  readonly dom = document.createElement('p')
  readonly contentDOM = document.createElement('span')
  readonly #frame = document.createElement('span')
  readonly #frames: PictureFrames
  readonly #source: string

  constructor(node: Node, frames: PictureFrames) {
    const { source } = attrsOf(node)
    this.#source = source
    this.#frames = frames
    this.dom.className = 'image'
    this.dom.dir = 'auto'
    this.#showFixed(node)
    if (source !== '' && isRemoteImage(source)) this.dom.dataset.source = source
    else if (source !== '') this.#addFrame()
    this.dom.append(this.contentDOM)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'image' || attrsOf(node).source !== this.#source) return false
    this.#showFixed(node)
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#frames.forget(this.#frame)
  }

  #addFrame(): void {
    this.#frame.className = 'picture'
    this.#frame.contentEditable = 'false'
    this.dom.classList.add('with-picture')
    this.dom.append(this.#frame)
    this.#frames.watch(this.#frame, this.#source)
  }

  #showFixed(node: Node): void {
    this.dom.classList.toggle('fixed', attrsOf(node).fixed !== null)
  }
}
