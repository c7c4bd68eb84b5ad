// Where a facilitator gives the room a videoconference, or takes it away.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { secureAddress } from '#shared/call/call.ts'

export function CallDialog({ url, onClose }: { url: string | null; onClose: () => void }) {
  const { t } = useTranslation('call')
  const room = useLiveRoom()
  const [typed, setTyped] = useState(url ?? '')
  const [problem, setProblem] = useState<'invalid' | 'refused' | 'offline' | null>(null)

  const decide = async (next: string | null): Promise<void> => {
    const answer = await room.command('call.set', { url: next })
    if (!answer.ok) return setProblem(answer.error.code === 'unavailable' ? 'offline' : 'refused')
    showToast({ text: t(next ? 'saved' : 'removed') })
    onClose()
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const address = secureAddress(typed.trim())
    if (address) void decide(address)
    else setProblem('invalid')
  }
  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <form className="stack" onSubmit={save} noValidate>
        <p className="soft">{t('text')}</p>
        <Field
          label={t('label')}
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder={t('placeholder')}
          value={typed}
          error={problem ? t(problem) : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="acts">
          {url && (
            <button type="button" className="btn danger" onClick={() => void decide(null)}>
              {t('remove')}
            </button>
          )}
          <button type="submit" className="btn primary">
            {t('save')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}
