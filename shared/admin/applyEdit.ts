// One record of a cycle file changed, added or taken away, with what the file says of it in other places.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type EditedKind, type EditedRecord, isSingle } from '#shared/admin/editedRecords.ts'
import type { CycleFile } from '#shared/cycle/cycleFile.ts'

export interface CycleEdit {
  readonly kind: EditedKind
  readonly id: string
  /** Null takes the record away. */
  readonly record: EditedRecord | null
}

/** What somebody looked at, in 64 characters: an edit of another record than that is stale. */
export const seenOf = (record: unknown): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(record))))

type Item = Record<string, unknown> & { id: string }
type Lists = Record<string, Item[] | undefined>

const idsIn = (item: Item | undefined, field: string): string[] =>
  Array.isArray(item?.[field]) ? (item[field] as string[]) : [] // a checked file: its lists of ids are lists of text

export function recordIn(file: CycleFile, kind: EditedKind, id: string): EditedRecord | undefined {
  if (isSingle(kind)) return file[kind].id === id ? (file[kind] as EditedRecord) : undefined
  return (file[kind] as readonly EditedRecord[]).find((one) => one.id === id)
}

/** A new file; the given one stays as it is. Whether it makes sense is for the file's own checks. Fields that no form knows stay. */
export function applyEdit(file: CycleFile, { kind, id, record }: CycleEdit): CycleFile {
  const next = JSON.parse(JSON.stringify(file)) as CycleFile // a copy of JSON
  if (isSingle(kind)) {
    if (record) Object.assign(next[kind], record)
    return next
  }
  const lists = next as unknown as Lists // the file's lists by name
  const list = lists[kind] ?? []
  const at = list.findIndex((one) => one.id === id)
  if (!record) lists[kind] = list.filter((one) => one.id !== id)
  else if (at < 0) lists[kind] = [...list, { ...record, id }]
  else list[at] = { ...list[at], ...record, id }
  const now = lists[kind]?.find((one) => one.id === id)
  if (kind === 'entities') tieEntity(next, id, now)
  if (kind === 'boards') tieBoard(lists, id, now)
  if (kind === 'groups') tieGroup(lists, id, now)
  return next
}

function tieEntity(file: CycleFile, id: string, now: Item | undefined): void {
  const others = (file.organisation.entityIds ?? []).filter((one) => one !== id)
  const known = file.organisation.entityIds?.includes(id)
  file.organisation.entityIds = now ? (known ? (file.organisation.entityIds ?? []) : [...others, id]) : others
}

/** An entity has one board at most: the newest that names it. */
function tieBoard(lists: Lists, id: string, now: Item | undefined): void {
  for (const entity of lists['entities'] ?? []) {
    if (now && entity.id === now['entityId']) entity['boardId'] = id
    else if (entity['boardId'] === id) entity['boardId'] = null
  }
}

/** Its theme lists it, its facilitators are its members, and it is online only where it has no antenna. */
function tieGroup(lists: Lists, id: string, now: Item | undefined): void {
  for (const theme of lists['themes'] ?? []) {
    const listed = idsIn(theme, 'groupIds')
    if (now?.['themeId'] === theme.id) {
      if (!listed.includes(id)) theme['groupIds'] = [...listed, id]
    } else if (listed.includes(id)) theme['groupIds'] = listed.filter((one) => one !== id)
  }
  if (!now) {
    for (const group of lists['groups'] ?? [])
      if (idsIn(group, 'partnerGroupIds').includes(id))
        group['partnerGroupIds'] = idsIn(group, 'partnerGroupIds').filter((one) => one !== id)
    for (const member of lists['members'] ?? [])
      if (idsIn(member, 'groupIds').includes(id))
        member['groupIds'] = idsIn(member, 'groupIds').filter((one) => one !== id)
    return
  }
  now['onlineOnly'] = now['antennaId'] === null || now['antennaId'] === undefined
  const members = idsIn(now, 'memberIds')
  const facilitators = idsIn(now, 'facilitatorIds').filter((one) => !members.includes(one))
  if (facilitators.length === 0) return
  now['memberIds'] = [...members, ...facilitators]
  for (const member of lists['members'] ?? [])
    if (facilitators.includes(member.id) && !idsIn(member, 'groupIds').includes(id))
      member['groupIds'] = [...idsIn(member, 'groupIds'), id]
}
