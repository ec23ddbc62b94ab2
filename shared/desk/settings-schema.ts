import * as z from 'zod'
import { checkTags } from '../tags/scheme-text.ts'
import type { Tag } from '../tags.ts'
import type { Settings } from './contract-settings.ts'
import { MOST_KEYS } from './keys.ts'
import { LARGEST_ZOOM, SMALLEST_ZOOM } from './settings.ts'

// Limits that no person reaches and that keep a broken window from filling the disk.
const MOST_ENTRIES = 500
const LONGEST_KEYS = 40
const LONGEST_ID = 200

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
const few = (record: object) => Object.keys(record).length <= MOST_ENTRIES

/** By the rules of the file; what was left out of a tag is filled in. */
const tags = z.unknown().transform((value, context): readonly Tag[] => {
  const checked = checkTags(value)
  if (checked.ok) return checked.value
  context.addIssue({ code: 'custom', message: `${checked.error.where} ${checked.error.detail}` })
  return z.NEVER
})

/** A checker for each setting. */
export const settingSchemas: { readonly [S in keyof Settings]: z.ZodType<Settings[S]> } = {
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'more']),
  singleKeys: z.boolean(),
  keys: z
    .record(
      z.string().regex(/^[a-z0-9-]{1,64}$/),
      z.array(z.string().min(1).max(LONGEST_KEYS)).max(MOST_KEYS),
    )
    .refine(few),
  zoom: z.int().min(SMALLEST_ZOOM).max(LARGEST_ZOOM),
  paper: z.enum(['narrow', 'usual', 'wide']),
  snap: z.boolean(),
  allMarks: z.boolean(),
  tagColours: z
    .record(z.string().min(1).max(LONGEST_ID), z.strictObject({ light: colour, dark: colour }))
    .refine(few),
  tags: z.union([z.null(), tags]),
}
