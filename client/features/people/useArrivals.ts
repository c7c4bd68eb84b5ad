// Says who came and who left, gathered, to those who listen to the page.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { deviceName } from '#client/features/people/places.ts'
import { useLiveRoom, usePeople } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import type { PersonPresent } from '#shared/room/people.ts'

/** Comings and goings of this long are one sentence, in milliseconds; a reload then is no news at all. */
const gatherMs = 4_000

export function useArrivals(): void {
  const { t, i18n } = useTranslation('people')
  const room = useLiveRoom()
  const people = usePeople()
  const told = useRef<ReadonlyMap<string, PersonPresent> | undefined>(undefined)

  useEffect(() => {
    if (people.length === 0) return
    const now = new Map(people.map((person) => [person.participantId, person]))
    if (!told.current) {
      told.current = now
      return
    }
    const timer = setTimeout(() => {
      const before = told.current ?? now
      told.current = now
      const others = (ids: ReadonlyMap<string, PersonPresent>, not: ReadonlyMap<string, PersonPresent>) =>
        [...ids.values()].filter(({ participantId: id }) => !not.has(id) && id !== room.join.participantId)
      const say = (key: 'arrived' | 'left', who: readonly PersonPresent[]): void => {
        const count = who.reduce((sum, person) => sum + person.seats.length, 0)
        if (who[0]) announce(t(key, { count, names: deviceName(who[0], i18n.language) }))
      }
      const came = others(now, before)
      if (came.length > 0) say('arrived', came)
      else say('left', others(before, now))
    }, gatherMs)
    return () => clearTimeout(timer)
  }, [people, room, t, i18n.language])
}
