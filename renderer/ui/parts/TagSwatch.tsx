import type { Tag } from '../../../shared/tags.ts'
import { tagStyle } from '../tag-style.ts'
import styles from './TagSwatch.module.css'

/** A piece of marked paper: the tag's tint over its line. */
export function TagSwatch({ tag }: { readonly tag: Tag }) {
  return <span className={styles.swatch} data-line={tag.line} style={tagStyle(tag)} aria-hidden="true" />
}

/** The tag's colour alone, where its name stands beside it. */
export function TagDot({ tag }: { readonly tag: Tag }) {
  return <span className={styles.dot} style={tagStyle(tag)} aria-hidden="true" />
}
