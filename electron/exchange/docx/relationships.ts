import type { Xml } from '../xml/read-xml.ts'
import { elementsOf } from '../xml/walk-xml.ts'

/** Where a part points to (ECMA-376 part 2, §9.3). */
export interface Relationship {
  readonly id: string
  /** Last piece of the type: `hyperlink`, `image`, `comments`, … */
  readonly type: string
  /** Name of a part, or, when external, an address as the file has it. */
  readonly target: string
  readonly isExternal: boolean
}

/** Where the relationships of a part are kept. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** @param part whose relationships they are: targets are relative to its folder; `` the package itself */
export function readRelationships(root: Xml, part: string): readonly Relationship[] {
  return elementsOf(root)
    .filter(({ name }) => name === 'rel:Relationship')
    .map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const isExternal = TargetMode === 'External'
      const type = Type.slice(Type.lastIndexOf('/') + 1)
      return { id: Id, type, target: isExternal ? Target : partNamed(Target, part), isExternal }
    })
}

/** A part's name by a reference to it; a way out of the package ends at its root, where there is nothing. */
function partNamed(target: string, from: string): string {
  const folder = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const piece of target.split('/')) {
    if (piece === '..') folder.pop()
    else if (piece !== '' && piece !== '.') folder.push(piece)
  }
  return folder.join('/')
}
