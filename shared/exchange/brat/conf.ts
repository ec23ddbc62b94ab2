import { contrastRatio } from '../../colour/contrast.ts'
import { parseHex } from '../../colour/rgb.ts'
import type { Tag } from '../../tags.ts'
import { proposeTags } from '../tag-table.ts'
import { type AnnLine, refsOf, typeOf } from './ann-line.ts'
import { isBratName, isBratWord } from './names.ts'

/**
 * `annotation.conf`: every type that the lines use and every tag of the scheme, so that brat shows no unknown type and
 * offers the scheme for further work. Source: brat's "annotation configuration" and its projectconfig.
 */
export function annotationConf(
  lines: readonly AnnLine[],
  tags: readonly Tag[],
  typeOfTag: (tag: string) => string,
): string {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const events = rolesByType(lines.filter(({ kind }) => kind === 'E'))
  const relations = rolesByType(lines.filter(({ kind }) => kind === 'R'))
  const equivalences = unique(lines.filter(({ kind }) => kind === '*').map(typeOf))
  const entities = unique([
    ...tags.map(({ id }) => typeOfTag(id)),
    ...lines.filter(({ kind }) => kind === 'T').map(typeOf),
  ]).filter((type) => !events.has(type))
  const pair = 'Arg1:<ANY>, Arg2:<ANY>'
  return section({
    entities,
    relations: [
      ...[...relations]
        .filter(([type]) => !equivalences.includes(type))
        .map(([type, roles]) => `${type}\t${roles.map((role) => `${role}:<ANY>`).join(', ')}`),
      ...equivalences.map((type) => `${type}\t${pair}, <REL-TYPE>:symmetric-transitive`),
    ],
    events: [...events].map(([type, roles]) =>
      `${type}\t${roles.map((role) => `${role}*:<ANY>`).join(', ')}`.trimEnd(),
    ),
    attributes: attributes(lines, byId, tags, typeOfTag),
  })
}

/**
 * `visual.conf`: the tags' names and their colours on light paper. A type that marks kept from brat has the colour of
 * the tag that they have here, and its own name.
 */
export function visualConf(
  lines: readonly AnnLine[],
  tags: readonly Tag[],
  typeOfTag: (tag: string) => string,
): string {
  const ofTags = new Set(tags.map(({ id }) => typeOfTag(id)))
  const kept = unique(lines.filter(({ kind }) => kind === 'T').map(typeOf)).filter(
    (type) => !ofTags.has(type),
  )
  const keptLooks = proposeTags(kept, tags).flatMap(({ word, tag }) => {
    const light = tags.find(({ id }) => id === tag)?.light
    return light === undefined ? [] : [{ type: word, light }]
  })
  const looks = [...tags.map(({ id, light }) => ({ type: typeOfTag(id), light })), ...keptLooks]
  const plain = (label: string): string => label.replace(/[\s|]+/g, ' ').trim()
  return section({
    labels: tags.map(({ id, label, shortLabel }) =>
      unique([typeOfTag(id), plain(label), plain(shortLabel)]).join(' | '),
    ),
    drawing: [
      'SPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5, labelArrow:none',
      ...looks.map(
        ({ type, light }) => `${type}\tbgColor:${light}, fgColor:${inkOn(light)}, borderColor:darken`,
      ),
    ],
  })
}

function attributes(
  lines: readonly AnnLine[],
  byId: ReadonlyMap<string, AnnLine>,
  tags: readonly Tag[],
  typeOfTag: (tag: string) => string,
): readonly string[] {
  const found = new Map<string, { readonly on: Set<string>; readonly values: Set<string> }>()
  const of = (name: string) => {
    const one = found.get(name) ?? { on: new Set<string>(), values: new Set<string>() }
    found.set(name, one)
    return one
  }
  for (const { id, fields } of tags) {
    for (const field of fields) {
      const values = field.kind === 'yes-no' ? ['yes', 'no'] : field.choices
      if (values.length === 0 || !isBratName(field.id) || !values.every(isBratWord)) continue
      const one = of(field.id)
      one.on.add(typeOfTag(id))
      for (const value of values) one.values.add(value)
    }
  }
  for (const line of lines.filter(({ kind }) => kind === 'A')) {
    const target = byId.get(refsOf(line)[0] ?? '')
    const one = of(typeOf(line))
    one.on.add(target?.kind === 'T' ? typeOf(target) : target?.kind === 'E' ? '<EVENT>' : '<ANY>')
    const value = line.body.split(' ').slice(2).join(' ')
    if (isBratWord(value)) one.values.add(value)
  }
  return [...found].map(([name, { on, values }]) => {
    const list = values.size === 0 ? '' : `, Value:${[...values].join('|')}`
    return `${name}\tArg:${[...on].join('|')}${list}`
  })
}

/** The roles of each type's arguments; brat numbers those that repeat (`Org-Arg2`), which is no role of its own. */
function rolesByType(lines: readonly AnnLine[]): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>()
  for (const line of lines) {
    const type = typeOf(line)
    const roles = line.body
      .trim()
      .split(/ +/)
      .slice(1)
      .map((argument) => argument.replace(/:.*$/, ''))
    const names = line.kind === 'E' ? roles.map((role) => role.replace(/(?<=\D)\d+$/, '')) : roles
    types.set(type, unique([...(types.get(type) ?? []), ...names]))
  }
  return types
}

function inkOn(colour: string): string {
  const paper = parseHex(colour)
  if (paper === null) return 'black'
  return contrastRatio(paper, [1, 1, 1]) >= contrastRatio(paper, [0, 0, 0]) ? 'white' : 'black'
}

function section(parts: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(parts)
    .map(([name, lines]) => [`[${name}]`, '', ...lines, ''].join('\n'))
    .join('\n')
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
