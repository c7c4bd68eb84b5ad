// Whoever leads the room holds its door: open, the code lets newcomers in; closed, whoever is of the room stays.
import { useQueryClient } from '@tanstack/react-query'
import { DoorClosed, DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { momentWords } from '#client/features/share/momentWords.ts'
import { setDoor } from '#client/live/apiRoom.ts'
import { showToast } from '#client/ui/toasts.tsx'

export interface DoorSwitchProps {
  readonly code: string
  readonly open: boolean
  /** Milliseconds since 1970 until which the code lets newcomers in; null where it has no end. */
  readonly codeUntil: number | null
}

export function DoorSwitch({ code, open, codeUntil }: DoorSwitchProps) {
  const { t, i18n } = useTranslation('share')
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const over = open && codeUntil !== null && codeUntil <= Date.now()
  const move = async (wanted: boolean): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await setDoor(code, wanted)
      await client.invalidateQueries({ queryKey: ['door', code] })
    } catch {
      showToast({ text: t('door.failed'), tone: 'problem' })
    } finally {
      setBusy(false)
    }
  }
  const Icon = open ? DoorOpen : DoorClosed
  return (
    <div className="door-switch">
      <Icon className="i" aria-hidden="true" />
      <p className="grow">
        <b>{t(open ? 'door.open' : 'door.closed')}</b>
        <span className="sm soft">
          {over
            ? t('door.codeOver')
            : open && codeUntil !== null
              ? t('door.openUntil', { until: momentWords(i18n.language, codeUntil) })
              : t(open ? 'door.openText' : 'door.closedText')}
        </span>
      </p>
      {over && (
        <button
          type="button"
          className="btn sm primary"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => void move(true)}
        >
          {t('door.again')}
        </button>
      )}
      <button
        type="button"
        className="btn sm"
        aria-disabled={busy ? 'true' : undefined}
        onClick={() => void move(!open)}
      >
        {t(open ? 'door.close' : 'door.reopen')}
      </button>
    </div>
  )
}
