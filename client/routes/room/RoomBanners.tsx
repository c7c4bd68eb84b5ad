// What must be said across the room: no line, no right, refused words, watching only. One at a time, the gravest first.
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAparte } from '#client/features/subgroups/subgroupWays.ts'
import { useLiveRoom, useSave } from '#client/live/useLiveRoom.tsx'
import { Banner } from '#client/ui/Banner.tsx'
import { Bold } from '#client/ui/Bold.tsx'

const RefusedWords = lazy(async () => ({
  default: (await import('#client/routes/room/RefusedWords.tsx')).RefusedWords,
}))

export function RoomBanners({ shutOut }: { shutOut: boolean }) {
  const { t } = useTranslation('shell')
  const room = useLiveRoom()
  const save = useSave()
  const [reading, setReading] = useState(false)
  const refused = save.refused ?? []
  // An aparté that is over says so itself.
  const aparte = useAparte()
  const watching =
    !aparte &&
    (room.join.you.role === 'observer' || room.join.documents.every(({ access }) => access === 'read'))
  const see = (
    <button type="button" className="btn sm" aria-haspopup="dialog" onClick={() => setReading(true)}>
      {t('room.refusedWords.see')}
    </button>
  )
  return (
    <>
      {shutOut ? (
        <Banner tone="danger" alert action={refused.some(({ text }) => text !== '') && see}>
          <Bold text={t('room.shutOut')} />
        </Banner>
      ) : refused.length > 0 ? (
        <Banner tone="danger" action={see}>
          <Bold text={t('room.refused')} /> {t('room.refusedWhy')}
        </Banner>
      ) : save.state === 'offline' ? (
        <Banner tone="warn">
          <Bold text={t(save.keptOnDevice === false ? 'room.notKept' : 'room.offline')} />
        </Banner>
      ) : (
        watching && (
          <Banner tone="info">
            <Bold text={t('room.readOnly')} />
          </Banner>
        )
      )}
      <Suspense>
        {reading && refused.length > 0 && (
          <RefusedWords refused={refused} onClose={() => setReading(false)} />
        )}
      </Suspense>
    </>
  )
}
