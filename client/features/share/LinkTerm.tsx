// Until when a room's link opens, and for whoever leads the room another one in its place.
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { momentWords } from '#client/features/share/momentWords.ts'
import { replaceRoomLink } from '#client/live/apiRoom.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { linkDays, type RoomDoor, usualLinkDays } from '#shared/room/door.ts'

export interface LinkTermProps {
  readonly code: string
  readonly share: RoomDoor['share']
  readonly leads: boolean
}

export function LinkTerm({ code, share, leads }: LinkTermProps) {
  const { t, i18n } = useTranslation('share')
  // The demo's links bear its public codes, which have no end.
  if (share.linkUntil === null) return null
  const until = momentWords(i18n.language, share.linkUntil)
  return (
    <>
      <p className="sm soft">{share.url === null ? t('linkOver') : t('linkUntil', { until })}</p>
      {leads && <ReplaceLink code={code} />}
    </>
  )
}

function ReplaceLink({ code }: { code: string }) {
  const { t } = useTranslation('share')
  const id = useId()
  const client = useQueryClient()
  const [days, setDays] = useState<number>(usualLinkDays)
  const [busy, setBusy] = useState(false)
  const replace = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await replaceRoomLink(code, days)
      await client.invalidateQueries({ queryKey: ['door', code] })
      showToast({ text: t('replaced') })
    } catch {
      showToast({ text: t('notReplaced'), tone: 'problem' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="share-replace">
      <div className="field grow">
        <label htmlFor={id}>{t('replaceFor')}</label>
        <select
          id={id}
          className="input"
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {linkDays.map((each) => (
            <option key={each} value={each}>
              {t('days', { count: each })}
            </option>
          ))}
        </select>
      </div>
      <button
        type="button"
        className="btn"
        aria-disabled={busy ? 'true' : undefined}
        onClick={() => void replace()}
      >
        {t('replace')}
      </button>
    </div>
  )
}
