// In a joint room, at the head of a group's drafts: what the other groups may do in them, and the choice for whoever speaks for the group.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom, useSlice } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { announce } from '#client/ui/announcer.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { openTo } from '#shared/openness/openness.ts'
import { type Opening, openings } from '#shared/people/access.ts'
import type { JoinAnswer } from '#shared/room/join.ts'
import '#client/features/openness/openness.css'

/** Nothing outside joint rooms, and nothing before the room has told what was decided. */
export function OpennessControl({ groupId }: { groupId: string }) {
  const { join } = useLiveRoom()
  const decided = useSlice('openness')
  if (join.room.kind !== 'joint' || !decided) return null
  return <Openness groupId={groupId} access={openTo(decided, groupId)} />
}

function Openness({ groupId, access }: { groupId: string; access: Opening }) {
  const { t, i18n } = useTranslation('openness')
  const { join } = useLiveRoom()
  const leads = useMayLead()
  const own = join.you.groupId === groupId
  // Facilitators decide for their group; who runs everything belongs to none of the room's. The server decides again.
  const maySet = leads && (own || (join.you.signedIn && join.you.groupId === null))
  const place = placeOf(join, groupId)
  const others = otherPlaces(join, groupId, i18n.language)
  const said = t(`${own ? 'own' : 'other'}.${access}`, { place, others })
  useSaid(said, access)
  // Why the others do not write is said by the list already.
  if (!maySet && !own && access === 'read') return null
  if (!maySet) return <p className="xs muted openness">{said}</p>
  return (
    <div className="openness">
      <Setter groupId={groupId} access={access} label={t(own ? 'label' : 'labelOf', { place, others })} />
      <p className="xs muted">{said}</p>
    </div>
  )
}

function Setter({ groupId, access, label }: { groupId: string; access: Opening; label: string }) {
  const { t } = useTranslation('openness')
  const room = useLiveRoom()
  const [asked, setAsked] = useState<Opening | null>(null)
  const decide = async (next: Opening): Promise<void> => {
    setAsked(next)
    sayRefusal(await room.command('openness.set', { groupId, access: next }))
    setAsked(null)
  }
  return (
    <Choice
      look="segments"
      label={label}
      value={asked ?? access}
      onChange={(next) => void decide(next)}
      options={openings.map((value) => ({ value, label: t(value) }))}
    />
  )
}

/** A change is said aloud to everybody in the room; what was so from the beginning is read where it stands. */
function useSaid(said: string, access: Opening): void {
  const last = useRef(access)
  useEffect(() => {
    if (last.current !== access) announce(said)
    last.current = access
  }, [access, said])
}

const placeOf = ({ room }: JoinAnswer, groupId: string): string =>
  room.groups.find(({ id }) => id === groupId)?.place ?? ''

function otherPlaces({ room }: JoinAnswer, groupId: string, language: string): string {
  const places = room.groups.filter(({ id }) => id !== groupId).map(({ place }) => place)
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(places)
}
