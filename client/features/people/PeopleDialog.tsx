// « Qui est là »: everybody, side by side, who writes where on demand, and what a facilitator may do.
import { Armchair, Laptop, RotateCw } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonActions } from '#client/features/people/PersonActions.tsx'
import { PersonRow } from '#client/features/people/PersonRow.tsx'
import { placesOf, type SidePlaces } from '#client/features/people/places.ts'
import { whoWrites } from '#client/features/people/whoWrites.ts'
import { useLiveRoom, usePeople } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { Avatar } from '#client/ui/Avatar.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { initialsOf } from '#client/ui/wear.ts'
import type { PersonPresent } from '#shared/room/people.ts'

export interface PeopleDialogProps extends PersonSlots {
  readonly onClose: () => void
  readonly writing: boolean
}

/** What other parts of the room have to say of a person, or offer to do about one. */
interface PersonSlots {
  readonly markOf?: ((seatId: string) => ReactNode) | undefined
  /** Entries of a person's menu. */
  readonly menuOf?: ((person: PersonPresent) => ReactNode) | undefined
}

export function PeopleDialog({ onClose, writing, ...slots }: PeopleDialogProps) {
  const { t } = useTranslation('people')
  const sides = placesOf(usePeople())
  const [asked, setAsked] = useState(writing)
  return (
    <ModalDialog title={t('title')} onClose={onClose} width="wide">
      <div className="people-sides">
        <SideList side={sides.room} label={t('inRoom')} {...slots} />
        <SideList side={sides.remote} label={t('remote')} {...slots} />
      </div>
      {sides.room.count + sides.remote.count <= 1 && (
        <p className="soft people-alone">
          {t('alone')} {t('aloneText')}
        </p>
      )}
      <section className="people-writing">
        {asked ? (
          <WritingList />
        ) : (
          <button type="button" className="btn sm" onClick={() => setAsked(true)}>
            {t('whoWrites')}
          </button>
        )}
      </section>
    </ModalDialog>
  )
}

interface SideListProps extends PersonSlots {
  readonly side: SidePlaces
  readonly label: string
}

function SideList({ side, label, markOf, menuOf }: SideListProps) {
  const { t } = useTranslation('people')
  const room = useLiveRoom()
  const Icon = side.side === 'room' ? Armchair : Laptop
  const runs = useMayLead()
  return (
    <section>
      <h3>
        <Icon className="i" aria-hidden="true" />
        {label} <span className="chip num">{side.count}</span>
      </h3>
      <ul className="people-list">
        {side.places.map((place) => {
          const me = place.person.participantId === room.join.participantId
          return (
            <li key={place.key}>
              <PersonRow
                place={place}
                me={me}
                mark={markOf?.(place.seatId)}
                {...(room.join.room.kind === 'joint' ? { groups: room.join.room.groups } : {})}
              />
              {(runs || menuOf) && !me && place.first && (
                <PersonActions person={place.person} runs={runs}>
                  {menuOf?.(place.person)}
                </PersonActions>
              )}
            </li>
          )
        })}
        {side.unnamed > 0 && <li className="unnamed soft">{t('more', { count: side.unnamed })}</li>}
      </ul>
    </section>
  )
}

/** A photograph of this moment: it does not move by itself, so that it can be read through. */
function WritingList() {
  const { t } = useTranslation('people')
  const room = useLiveRoom()
  const [writings, setWritings] = useState(() => whoWrites(room))
  // Often the same as before: heard, so that one knows that it was looked at again.
  const lookAgain = (): void => {
    const now = whoWrites(room)
    setWritings(now)
    announce(now.length === 0 ? t('noOneWrites') : now.map(sentence).join(' '))
  }
  const sentence = ({ user, place }: (typeof writings)[number]): string =>
    t('writesIn', {
      name: user.name,
      place: place.kind === 'board' ? t('onBoard') : place.title || t('untitled'),
    })
  return (
    <>
      <div className="row between">
        <h3>{t('whoWrites')}</h3>
        <button type="button" className="btn quiet sm" onClick={lookAgain}>
          <RotateCw className="i" aria-hidden="true" />
          {t('refresh')}
        </button>
      </div>
      {writings.length === 0 && <p className="soft">{t('noOneWrites')}</p>}
      <ul className="people-list">
        {writings.map(({ user, place }) => (
          <li key={`${user.participantId}/${place.kind === 'draft' ? place.title : ''}`}>
            <Avatar initials={initialsOf(user.name)} ink={user.ink} side={user.side} size="s" />
            <span>{sentence({ user, place })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
