// What of a cycle is edited on the administration page: which records, which of their fields, and who may.
import { z } from 'zod'
import { group, theme } from '#shared/cycle/groupRecords.ts'
import { antenna, board, cycle, entity, organisation } from '#shared/cycle/organisationRecords.ts'
import type { Standing } from '#shared/people/actor.ts'

export const editedKinds = [
  'organisation',
  'entities',
  'boards',
  'antennas',
  'cycle',
  'themes',
  'groups',
] as const
export type EditedKind = (typeof editedKinds)[number]

/** Of these a cooperative has exactly one: they are changed, never added or taken away. */
export const isSingle = (kind: EditedKind): kind is 'organisation' | 'cycle' =>
  kind === 'organisation' || kind === 'cycle'

/** `entityCodes` are lists of entities' codes; `words` one word a line, as languages are. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'date'
  | 'number'
  | 'languages'
  | 'entity'
  | 'entities'
  | 'entityCodes'
  | 'theme'
  | 'antenna'
  | 'members'
  | 'lines'

export interface EditedField {
  readonly name: string
  readonly kind: FieldKind
  readonly required?: true
  /** Of `lines`: the columns of each line. */
  readonly columns?: readonly EditedField[]
}

const text = (name: string): EditedField => ({ name, kind: 'text' })
const needed = (name: string, kind: FieldKind = 'text'): EditedField => ({ name, kind, required: true })

export const editedFields: Readonly<Record<EditedKind, readonly EditedField[]>> = {
  organisation: [
    needed('name'),
    text('shortName'),
    { name: 'description', kind: 'long' },
    { name: 'languages', kind: 'languages' },
  ],
  entities: [
    needed('name'),
    needed('code'),
    text('country'),
    text('legalForm'),
    { name: 'languages', kind: 'languages' },
  ],
  boards: [
    needed('name'),
    needed('entityId', 'entity'),
    {
      ...{ name: 'members', kind: 'lines' },
      columns: [needed('displayName'), text('role'), { name: 'termEnds', kind: 'number' }],
    },
  ],
  antennas: [
    needed('name'),
    text('city'),
    text('country'),
    { name: 'entityId', kind: 'entity' },
    { name: 'lat', kind: 'number' },
    { name: 'lon', kind: 'number' },
  ],
  cycle: [
    needed('name'),
    { name: 'edition', kind: 'number' },
    needed('start', 'date'),
    needed('end', 'date'),
    {
      ...{ name: 'stages', kind: 'lines' },
      columns: [needed('name'), needed('start', 'date'), needed('end', 'date')],
    },
    {
      ...{ name: 'milestones', kind: 'lines' },
      columns: [needed('label'), needed('date', 'date')],
    },
  ],
  themes: [
    needed('title'),
    needed('order', 'number'),
    { name: 'question', kind: 'long' },
    { name: 'whyPrioritised', kind: 'long' },
    { name: 'jurisdictions', kind: 'entityCodes' },
  ],
  groups: [
    needed('name'),
    needed('code'),
    needed('themeId', 'theme'),
    { name: 'antennaId', kind: 'antenna' },
    { name: 'entityIds', kind: 'entities' },
    { name: 'facilitatorIds', kind: 'members' },
    { name: 'languages', kind: 'languages' },
    { name: 'note', kind: 'long' },
  ],
}

/** [D1] Who the cooperative is, an administrator says; where and on what it works, cooperative life says too. */
export const mayEditRecord = (person: { readonly standing: Standing }, kind: EditedKind): boolean =>
  person.standing === 'admin' ||
  (person.standing === 'cooperative-life' && !['organisation', 'entities', 'boards'].includes(kind))

/** [D2] A whole organisation is brought in, and taken out, by administrators only. */
export const mayMoveOrganisation = (person: { readonly standing: Standing }): boolean =>
  person.standing === 'admin'

/** A record as JSON; what the file's own schema says of it is checked with the whole file. */
export type EditedRecord = Readonly<Record<string, unknown>> & { readonly id: string }

const schemas = {
  ...{ organisation, entities: entity, boards: board, antennas: antenna },
  ...{ cycle, themes: theme, groups: group },
} as const

/** The first fields of a record that are not what they must be. */
export function wrongFields(kind: EditedKind, record: unknown): readonly string[] {
  const checked = schemas[kind].safeParse(record)
  return checked.success ? [] : checked.error.issues.map(({ path }) => path.join('.')).slice(0, 20)
}

/** `PUT /api/admin/cycle/:kind/:id` and `DELETE`: `seen` is the fingerprint of the record that was looked at, null for a new one. */
export const editInput = z.object({
  seen: z.string().max(64).nullable(),
  record: z.record(z.string(), z.unknown()),
})

/** `POST /api/admin/cycle`: a cooperative that begins with nothing but its name. */
export const startInput = z.object({
  organisation: z.string().trim().min(1).max(160),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/),
  entity: z.object({ name: z.string().trim().min(1).max(160), code: z.string().trim().min(1).max(20) }),
  cycle: z.object({ name: z.string().trim().min(1).max(160), start: z.iso.date(), end: z.iso.date() }),
})
export type StartInput = z.output<typeof startInput>
