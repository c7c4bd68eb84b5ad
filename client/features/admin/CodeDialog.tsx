// A new short code for a room, and how long it opens.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeCode } from '#client/features/admin/adminApi.ts'
import { sayProblem } from '#client/features/admin/sayProblem.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { AdminRoom } from '#shared/account/admin.ts'

const lasting = { evening: 6, day: 24, week: 7 * 24 } as const
type Lasting = keyof typeof lasting

export function CodeDialog({ room, onClose }: { room: AdminRoom; onClose: () => void }) {
  const { t } = useTranslation('admin')
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Lasting>('day')
  const changing = useMutation({
    mutationFn: () => changeCode(room.id, lasting[chosen]),
    onSuccess: ({ code }) => {
      showToast({ text: t('rooms.codeChanged', { code }) })
      onClose()
      return client.invalidateQueries()
    },
    onError: sayProblem,
  })
  return (
    <ModalDialog title={t('rooms.newCodeLabel', { title: room.title })} onClose={onClose}>
      <div className="admin-form">
        <p className="soft">{t('rooms.codeText')}</p>
        <Choice
          label={t('rooms.lasts')}
          look="cards"
          value={chosen}
          onChange={setChosen}
          options={(['evening', 'day', 'week'] as const).map((value) => ({
            value,
            label: t(`rooms.${value}`),
          }))}
        />
        <button
          type="button"
          className="btn primary"
          aria-disabled={changing.isPending ? 'true' : undefined}
          onClick={() => !changing.isPending && changing.mutate()}
        >
          {t('rooms.newCode')}
        </button>
      </div>
    </ModalDialog>
  )
}
