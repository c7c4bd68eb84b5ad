// The dark bar: which groups, what about, how we meet, whether it is saved, and who is here.
import { Layers, List, MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDemo } from '#client/features/demo/useDemo.ts'
import { PeopleCounts } from '#client/features/people/PeopleCounts.tsx'
import { useAparte } from '#client/features/subgroups/subgroupWays.ts'
import { useLiveRoom, useLiveRoomChanges, usePeople, useSave } from '#client/live/useLiveRoom.tsx'
import type { RoomDialog } from '#client/routes/room/RoomDialogs.tsx'
import { PhoneStep, StepBlock } from '#client/routes/room/SessionTools.tsx'
import type { RoomLayout } from '#client/routes/room/useRoomLayout.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Mark } from '#client/ui/Logo.tsx'
import { SaveBadge } from '#client/ui/SaveBadge.tsx'

export interface RoomTopBarProps {
  readonly layout: RoomLayout
  readonly drawer: boolean
  readonly onDrawer: (open: boolean) => void
  readonly onDialog: (dialog: RoomDialog) => void
  /** This person may no longer be here. */
  readonly shutOut: boolean
  readonly onAgenda: () => void
}

/** Badges shown with their names; the convergence has more groups than a bar can hold. */
const namedBadges = 3

export function RoomTopBar({ layout, drawer, onDrawer, onDialog, shutOut, onAgenda }: RoomTopBarProps) {
  const { t } = useTranslation(['shell', 'subgroups'])
  const aparte = useAparte()
  const room = useLiveRoomChanges(useLiveRoom())
  const { title, groups, kind } = room.join.room
  const save = useSave()
  const phone = layout === 'phone'
  const mini = phone && groups.length > 1
  return (
    <header className="room-top stage" aria-label={t('room.headerLabel')} data-region="header">
      <Link to="/" className="logo" aria-label={t('homeLabel')}>
        <Mark />
      </Link>
      <div className="ttl">
        <div className="ttl-row">
          {groups.length <= namedBadges && (
            <span className="ttl-groups">
              {groups.map((group) => (
                <Antenna
                  key={group.id}
                  wear={group.wear}
                  place={group.place}
                  {...(mini ? { size: 'mini' as const } : {})}
                />
              ))}
            </span>
          )}
          <h1
            className={phone && groups.length > 0 && groups.length <= namedBadges ? 'sr' : 'trunc'}
            lang={contentLanguage()}
          >
            {title}
          </h1>
        </div>
        {!phone && (
          <div className="sub">
            <b>{aparte ? t('subgroups:aparte') : t(`room.${kind}`)}</b>
            <ModeWords />
            <SaveBadge
              state={shutOut ? 'shut' : save.state}
              sentOnReturn={save.sentOnReturn}
              short={layout === 'tabs'}
            />
            <RoomMarks />
          </div>
        )}
      </div>
      {!phone && !aparte && <StepBlock onOpen={onAgenda} />}
      {phone ? (
        <SaveBadge state={shutOut ? 'shut' : save.state} sentOnReturn={save.sentOnReturn} short />
      ) : (
        <PeopleCounts avatars={layout !== 'tabs'} onOpen={() => onDialog('people')} />
      )}
      {layout === 'drawer' && (
        <button
          type="button"
          id="drawer-button"
          className="btn on-stage"
          aria-expanded={drawer}
          aria-controls="liste"
          onClick={() => onDrawer(!drawer)}
        >
          <List className="i" aria-hidden="true" />
          {t('room.list')}
        </button>
      )}
      {phone && !aparte && <PhoneStep onOpen={onAgenda} />}
    </header>
  )
}

/** How people meet at this moment, from where those present are. */
function ModeWords() {
  const { t } = useTranslation('shell')
  const people = usePeople()
  const inRoom = people.some((person) => person.side === 'room')
  const remote = people.some((person) => person.side === 'remote')
  if (!inRoom && !remote) return null
  return (
    <span className="mode">
      <Layers className="i" aria-hidden="true" />
      {t(inRoom && remote ? 'room.hybrid' : inRoom ? 'room.allInRoom' : 'room.allRemote')}
    </span>
  )
}

function RoomMarks() {
  const { t } = useTranslation(['ui', 'shell'])
  const demo = useDemo()
  const room = useLiveRoom()
  const readOnly = room.join.documents.every((document) => document.access === 'read')
  return (
    <>
      {readOnly && <span className="mark">{t('ui:save.readOnly')}</span>}
      {demo && (
        <span className="mark" title={demo.moment.title}>
          <MapPin className="i" aria-hidden="true" />
          {t('shell:room.demo')}
        </span>
      )}
    </>
  )
}
