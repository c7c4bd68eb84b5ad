// A group's joint sessions as they are read and answered.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { readJoint, sendAct } from '#client/features/joint/jointApi.ts'
import { refusedStatus, UnreachableServer } from '#client/live/api.ts'
import { dayAndMonth, hour } from '#client/ui/dates.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { JointActInput, SessionDay } from '#shared/joint/invitation.ts'
import type { RoomGroup } from '#shared/room/join.ts'

/** How long another group's answer may be unknown here, in milliseconds. */
const readAgainEvery = 20_000

const keyOf = (group: string): readonly string[] => ['joint', group]

export const useJointPage = (group: string) =>
  useQuery({
    queryKey: keyOf(group),
    queryFn: ({ signal }) => readJoint(group, signal),
    refetchInterval: readAgainEvery,
    staleTime: 0,
  })

export function useJointAgain(group: string): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: keyOf(group) }),
      client.invalidateQueries({ queryKey: ['own-joint'] }),
    ])
  }, [client, group])
}

/** What became of an act, for the words that say it. */
export const problemOf = (error: unknown): 'offline' | 'changed' | 'failed' =>
  error instanceof UnreachableServer ? 'offline' : refusedStatus(error) === 409 ? 'changed' : 'failed'

/** Resolves with whether it was done; what came of it is said. */
export function useJointAct(group: string): (id: string, act: JointActInput) => Promise<boolean> {
  const { t } = useTranslation('joint')
  const again = useJointAgain(group)
  return async (id, act) => {
    try {
      const { status } = await sendAct(group, id, act)
      showToast({ text: t(status === 'accepted' ? 'accepted' : 'waits') })
      await again()
      return true
    } catch (error) {
      showToast({ text: t(`problem.${problemOf(error)}`), tone: 'problem' })
      await again()
      return false
    }
  }
}

export interface JointWords {
  /** « jeudi 12 mars, 19 h 30 » */
  readonly day: (day: SessionDay) => string
  /** « Lyon et Égalité » */
  readonly places: (groups: readonly Pick<RoomGroup, 'place'>[]) => string
  readonly list: (words: readonly string[]) => string
}

export function useJointWords(): JointWords {
  const { t, i18n } = useTranslation('joint')
  const { language } = i18n
  const list = (words: readonly string[]): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
  const weekday = (date: string): string =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(
      new Date(`${date}T12:00:00Z`),
    )
  return {
    list,
    day: ({ date, startTime }) =>
      t('when', { day: `${weekday(date)} ${dayAndMonth(language, date)}`, time: hour(language, startTime) }),
    places: (groups) => list(groups.map(({ place }) => place)),
  }
}
