// A room's address: its door, then the room itself.
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router'
import { DemoBanner } from '#client/features/demo/DemoBanner.tsx'
import { useHome } from '#client/features/home/useHome.ts'
import { DoorProblemCard } from '#client/features/join/DoorProblemCard.tsx'
import { JoinForm } from '#client/features/join/JoinForm.tsx'
import { forgetAllJoins } from '#client/features/join/rememberedJoin.ts'
import { roomCode } from '#client/features/join/roomCode.ts'
import { type RoomEntryHandle, useRoomEntry } from '#client/features/join/useRoomEntry.ts'
import { PlainPage } from '#client/routes/PlainPage.tsx'
import { RoomOpening } from '#client/routes/room/RoomOpening.tsx'
import { useSignOut } from '#client/routes/useSignOut.ts'
import { useTitle } from '#client/routes/useTitle.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { lazyView } from '#client/ui/lazyView.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { type Presence, presences } from '#shared/people/actor.ts'
import { isLongWord } from '#shared/room/door.ts'

const OpenRoom = lazyView(async () => (await import('#client/routes/room/OpenRoom.tsx')).OpenRoom)
// Fetched while the door is asked: most who come to this address go in.
OpenRoom.prepare()

export const RoomPage = () => <RoomAt phone={false} />
export const PhoneRoomPage = () => <RoomAt phone />

function RoomAt({ phone }: { phone: boolean }) {
  const { t } = useTranslation('join')
  const code = roomCode(useParams()['code'] ?? '')
  // Nobody reads a long word.
  const shownCode = isLongWord(code) ? '' : code
  const [search] = useSearchParams()
  const asked = search.get('place')
  const place = presences.find((each) => each === asked) ?? null
  const handle = useRoomEntry(code, place)
  const { entry } = handle
  const { hash } = useLocation()
  useTitle(
    entry.kind === 'joined'
      ? entry.answer.room.title
      : entry.kind === 'form'
        ? entry.door.room.title
        : shownCode || t('form.title'),
  )

  if (entry.kind === 'opening') return <RoomOpening label={t('page.loading', { code: shownCode })} />
  if (entry.kind === 'problem') {
    return (
      <PlainPage>
        <h1 className="sr">{shownCode || t(`page.${entry.problem}`, { code })}</h1>
        <DoorProblemCard problem={entry.problem} code={code} onRetry={handle.retry} />
      </PlainPage>
    )
  }
  if (entry.kind === 'form') return <Door handle={handle} first={place ?? (phone ? 'phone' : 'remote')} />
  // The long word of a message stays neither in the address, where it is seen over a shoulder, nor in the browser's history.
  if (isLongWord(code)) {
    const to = `/r/${encodeURIComponent(entry.answer.room.code)}${phone ? '/phone' : ''}${hash}`
    return <Navigate replace to={to} />
  }
  return (
    <Suspense fallback={<RoomOpening label={t('page.loading', { code })} />}>
      <OpenRoom
        key={entry.answer.room.id}
        answer={entry.answer}
        refresh={handle.refresh}
        shutOut={handle.shutOut !== null}
        phone={phone}
      />
    </Suspense>
  )
}

function Door({ handle, first }: { handle: RoomEntryHandle; first: Presence }) {
  const { t } = useTranslation('join')
  const signOut = useSignOut()
  const home = useHome()
  const lookAgain = (): void => {
    forgetAllJoins()
    handle.retry()
  }
  if (handle.entry.kind !== 'form') return null
  const { door, busy, problem } = handle.entry
  return (
    <PlainPage
      above={
        <DemoBanner persona={home.data?.me?.persona ?? null} onSignOut={signOut} onChanged={lookAgain} />
      }
    >
      <div className="card door">
        <header className="door-head stage">
          <div className="row wrap">
            {door.room.groups.map((group) => (
              <Antenna key={group.id} wear={group.wear} place={group.place} />
            ))}
          </div>
          <h1 lang={contentLanguage()}>
            <Unbroken text={door.room.title} />
          </h1>
          <p>{t('form.title')}</p>
        </header>
        <JoinForm
          key={door.account?.name ?? ''}
          door={door}
          presence={first}
          busy={busy}
          problem={problem}
          onJoin={handle.join}
        />
      </div>
    </PlainPage>
  )
}
