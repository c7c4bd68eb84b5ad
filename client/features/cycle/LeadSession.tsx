// For whoever leads a session: how many places there are, who answered, and cancelling it with the way back.
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendCancelled, sendPlaces } from '#client/features/cycle/cycleApi.ts'
import { dayLong } from '#client/features/cycle/cycleWords.ts'
import { useCycleAct } from '#client/features/cycle/useCycle.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { Field } from '#client/ui/Field.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { CycleSession } from '#shared/cyclePage/cycleAnswers.ts'

export function LeadSession({ session }: { session: CycleSession }) {
  const { t } = useTranslation('cycle')
  const title = useId()
  return (
    <section className="stack cy-lead" aria-labelledby={title}>
      <h3 id={title}>{t('lead')}</h3>
      {session.names.length > 0 && (
        <>
          <h4>{t('leadNames')}</h4>
          <ul className="cy-names">
            {session.names.map(({ answer, name }, at) => (
              <li key={`${at}-${name}`}>
                {name || <i>{t('leadNoName')}</i>} <span className="sm soft">{t(`answer.${answer}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <PlacesForm session={session} />
      <CancelAct session={session} />
    </section>
  )
}

const typed = (places: number | null): string => (places === null ? '' : String(places))
const wrong = (text: string): boolean => text.trim() !== '' && !/^\d{1,4}$/.test(text.trim())
const counted = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()))

function PlacesForm({ session }: { session: CycleSession }) {
  const { t } = useTranslation('cycle')
  const act = useCycleAct()
  const [room, setRoom] = useState(typed(session.places.room))
  const [remote, setRemote] = useState(typed(session.places.remote))
  const [tried, setTried] = useState(false)
  const problem = (text: string): string | undefined =>
    tried && wrong(text) ? t('leadPlacesWrong') : undefined
  const save = async (): Promise<void> => {
    if (await act(() => sendPlaces(session.id, { room: counted(room), remote: counted(remote) })))
      showToast({ text: t('leadSaved') })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!wrong(room) && !wrong(remote)) void save()
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="row wrap cy-places">
        {session.mode !== 'online' && (
          <Field
            label={t('leadPlacesRoom')}
            inputMode="numeric"
            value={room}
            error={problem(room)}
            onChange={({ target }) => setRoom(target.value)}
          />
        )}
        <Field
          label={t('leadPlacesRemote')}
          inputMode="numeric"
          value={remote}
          error={problem(remote)}
          onChange={({ target }) => setRemote(target.value)}
        />
      </div>
      <p className="sm soft">{t('leadPlacesHint')}</p>
      <div>
        <button type="submit" className="btn sm" data-act="places">
          {t('leadSave')}
        </button>
      </div>
    </form>
  )
}

function CancelAct({ session: { cancelledSince, date, id } }: { session: CycleSession }) {
  const { t, i18n } = useTranslation('cycle')
  const act = useCycleAct()
  const [asked, setAsked] = useState(false)
  const set = async (cancelled: boolean): Promise<void> => {
    setAsked(false)
    if (!(await act(() => sendCancelled(id, cancelled)))) return
    showToast({
      text: t(cancelled ? 'cancelDone' : 'restored'),
      action: { label: t('undo'), run: () => void set(!cancelled) },
    })
  }
  return (
    <div>
      {cancelledSince ? (
        <button type="button" className="btn sm" data-act="restore" onClick={() => void set(false)}>
          {t('restore')}
        </button>
      ) : (
        <button type="button" className="btn sm danger" data-act="cancel" onClick={() => setAsked(true)}>
          {t('cancel')}
        </button>
      )}
      {asked && (
        <ConfirmDialog
          title={t('cancelTitle', { day: dayLong(i18n.language, date) })}
          confirm={t('cancel')}
          danger
          onConfirm={() => void set(true)}
          onClose={() => setAsked(false)}
        >
          {t('cancelText')}
        </ConfirmDialog>
      )}
    </div>
  )
}
