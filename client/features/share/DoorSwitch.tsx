// Whoever leads the room holds its door: open, the code lets newcomers in; closed, whoever is of the room stays.
import { useQueryClient } from '@tanstack/react-query'
import { DoorClosed, DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setDoor } from '#client/live/apiRoom.ts'
import { showToast } from '#client/ui/toasts.tsx'

export function DoorSwitch({ code, open }: { code: string; open: boolean }) {
  const { t } = useTranslation('share')
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const toggle = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await setDoor(code, !open)
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
        <span className="sm soft">{t(open ? 'door.openText' : 'door.closedText')}</span>
      </p>
      <button
        type="button"
        className="btn sm"
        aria-disabled={busy ? 'true' : undefined}
        onClick={() => void toggle()}
      >
        {t(open ? 'door.close' : 'door.reopen')}
      </button>
    </div>
  )
}
