// A sub-group's own call, opened beside; people in the room are told that theirs needs no sound.
import { Video } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSubgroupWays } from '#client/features/subgroups/subgroupWays.ts'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'

export function SubgroupCall({ url }: { url: string }) {
  const { t } = useTranslation('subgroups')
  const { openCall } = useSubgroupWays()
  const { presence } = useLiveRoomChanges(useLiveRoom()).join.you
  const [blocked, setBlocked] = useState(false)
  return (
    <div className="subgroups-own-call">
      <button type="button" className="btn" onClick={() => setBlocked(!openCall(url))}>
        <Video className="i" aria-hidden="true" />
        {t('callOpen')}
      </button>
      {presence !== 'remote' && <p className="soft">{t('callRoom')}</p>}
      {blocked && (
        <p role="alert">
          {t('callBlocked')}{' '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {new URL(url).host}
          </a>
        </p>
      )}
    </div>
  )
}
