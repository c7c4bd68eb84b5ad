// One session's record as it is read and corrected; what the server did not take is said, and nothing is changed.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type RecordPlace, readRecord, removeLine, writeLine } from '#client/features/presence/presenceApi.ts'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { PresenceLine } from '#shared/group/groupPage.ts'

export type LineWords = Pick<PresenceLine, 'name' | 'side' | 'headcount'>

export interface RecordActs {
  /** Both tell whether it was done. */
  add(words: LineWords): Promise<boolean>
  correct(line: PresenceLine, words: LineWords): Promise<boolean>
  remove(line: PresenceLine): Promise<boolean>
}

/** People come while it is open: read again so often, in milliseconds. */
const readAgainEvery = 10_000

export function useRecord(place: RecordPlace) {
  const { t } = useTranslation('presence')
  const client = useQueryClient()
  const queryKey = ['presence', place.code, place.sessionId]
  const record = useQuery({
    queryKey,
    queryFn: ({ signal }) => readRecord(place, signal),
    refetchInterval: readAgainEvery,
    staleTime: 0,
  })
  const done = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      const said =
        error instanceof UnreachableServer
          ? 'notSavedOffline'
          : refusedStatus(error) === 409
            ? 'changedMeanwhile'
            : 'notSaved'
      showToast({ text: t(said), tone: 'problem' })
      return false
    } finally {
      await client.invalidateQueries({ queryKey })
    }
  }
  const add = async (words: LineWords): Promise<boolean> => {
    const added = await done(() => writeLine(place, randomId(), { ...words, was: null }))
    if (added) showToast({ text: t('added', { name: words.name }) })
    return added
  }
  const acts: RecordActs = {
    add,
    async correct(line, words) {
      const corrected = await done(() => writeLine(place, line.id, { ...words, was: wordsOf(line) }))
      if (corrected) showToast({ text: t('saved', { name: words.name }) })
      return corrected
    },
    async remove(line) {
      const removed = await done(() => removeLine(place, line.id))
      const putBack = { label: t('undo'), run: () => void add(wordsOf(line)) }
      if (removed) showToast({ text: t('removed', { name: line.name }), action: putBack })
      return removed
    },
  }
  return { record, acts }
}

const wordsOf = ({ name, side, headcount }: LineWords): LineWords => ({ name, side, headcount })
