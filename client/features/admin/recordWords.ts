// What a line says of a record of the cycle.
import type { TFunction } from 'i18next'
import { dayWords } from '#client/features/admin/dayWords.ts'
import type { CycleAdminAnswer } from '#shared/admin/cycleAdmin.ts'
import type { EditedKind, EditedRecord } from '#shared/admin/editedRecords.ts'

interface Around {
  readonly around: CycleAdminAnswer
  readonly t: TFunction<'admin'>
  readonly language: string
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '')
const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0)
const joined = (...words: string[]): string => words.filter((word) => word !== '').join(', ')

function named(around: CycleAdminAnswer, kind: EditedKind, id: unknown): string {
  const record = around.records[kind].find((one) => one.record.id === id)?.record
  return said(record?.['name']) || said(record?.['title'])
}

export function recordWords(
  kind: EditedKind,
  record: EditedRecord,
  { around, t, language }: Around,
): { name: string; more: string } {
  const name = said(record['name']) || said(record['title']) || record.id
  const day = (field: string): string => {
    const at = new Date(`${said(record[field])}T12:00:00`).getTime()
    return Number.isNaN(at) ? '' : dayWords(language, at)
  }
  switch (kind) {
    case 'organisation':
      return { name, more: joined(...((record['languages'] as string[] | undefined) ?? [])) } // a checked record
    case 'entities':
      return { name, more: joined(said(record['code']), said(record['country'])) }
    case 'boards':
      return {
        name,
        more: joined(
          named(around, 'entities', record['entityId']),
          t('cycle.seats', { count: count(record['members']) }),
        ),
      }
    case 'antennas':
      return {
        name,
        more: joined(
          said(record['city']),
          said(record['country']),
          named(around, 'entities', record['entityId']),
        ),
      }
    case 'cycle':
      return {
        name,
        more: joined(
          t('cycle.fromTo', { from: day('start'), to: day('end') }),
          t('cycle.stageCount', { count: count(record['stages']) }),
        ),
      }
    case 'themes':
      return { name, more: t('cycle.groupCount', { count: count(record['groupIds']) }) }
    case 'groups':
      return {
        name,
        more: joined(
          said(record['code']),
          named(around, 'themes', record['themeId']),
          named(around, 'antennas', record['antennaId']) || t('cycle.online'),
        ),
      }
  }
}
