// What a form leaves out of a record and the format needs: ids of lines, keys and order of stages.
import type { EditedKind, EditedRecord } from '#shared/admin/editedRecords.ts'

type Line = Readonly<Record<string, unknown>>

const linesOf = (value: unknown): readonly Line[] => (Array.isArray(value) ? (value as Line[]) : []) // judged with the whole file
const filled = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Empty texts of optional fields are no texts. `newId` makes an id that nothing has. */
export function completeRecord(
  kind: EditedKind,
  record: EditedRecord,
  newId: (prefix: string) => string,
): EditedRecord {
  if (kind === 'boards')
    return {
      ...record,
      members: linesOf(record['members']).map((line) => ({
        ...line,
        id: filled(line['id']) ? line['id'] : newId('bm'),
      })),
    }
  if (kind === 'groups') return { ...record, onlineOnly: !filled(record['antennaId']) }
  if (kind !== 'cycle') return record
  const stages = linesOf(record['stages']).map((line, index) => ({
    ...line,
    key: filled(line['key']) ? line['key'] : newId('stage'),
    order: index + 1,
  }))
  const current = record['currentStage']
  const stands = stages.some(({ key }) => key === current)
  return { ...record, stages, ...(filled(current) && !stands && { currentStage: null }) }
}
