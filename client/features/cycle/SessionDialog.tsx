// One session: saying that one comes, in the room or at a distance, taking it back, and putting it into one's calendar.
import { CalendarPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarAddress, sendAnswer } from '#client/features/cycle/cycleApi.ts'
import { dayLong } from '#client/features/cycle/cycleWords.ts'
import { LeadSession } from '#client/features/cycle/LeadSession.tsx'
import { useCycleAct } from '#client/features/cycle/useCycle.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { dayAndMonth, hour } from '#client/ui/dates.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { hasPlace } from '#shared/cyclePage/answering.ts'
import type { CycleAnswer, CycleSession } from '#shared/cyclePage/cycleAnswers.ts'
import type { Coming } from '#shared/group/groupPage.ts'

export interface SessionDialogProps {
  readonly session: CycleSession
  readonly page: CycleAnswer
  readonly onClose: () => void
}

export function SessionDialog({ session, page, onClose }: SessionDialogProps) {
  const { t, i18n } = useTranslation('cycle')
  const { cancelledSince, coming, groups, mayAnswer, mayLead, places, startTime, subject } = session
  const day = dayLong(i18n.language, session.date)
  return (
    <ModalDialog title={t(mayAnswer ? 'comeTitle' : 'sessionTitle', { day })} onClose={onClose}>
      <div className="stack cy-session">
        <div className="row wrap cy-who">
          {groups.map((group) => (
            <Antenna key={group.id} wear={group.wear} place={group.place} />
          ))}
          <span className="sm soft">
            {[startTime ? hour(i18n.language, startTime) : '', t(`mode.${session.mode}`)]
              .filter(Boolean)
              .join(', ')}
          </span>
        </div>
        {subject !== '' && (
          <p lang={contentLanguage()}>
            <Unbroken text={subject} />
          </p>
        )}
        {cancelledSince && (
          <p>
            <span className="chip warn">{t('cancelled')}</span>{' '}
            {t('cancelledOn', { day: dayAndMonth(i18n.language, cancelledSince) })}
          </p>
        )}
        <p className="sm soft">
          {coming.room + coming.remote === 0 ? t('comingNone') : t('coming', coming)}{' '}
          {places.room !== null && session.mode !== 'online' && t('placesRoom', { count: places.room })}{' '}
          {places.remote !== null && t('placesRemote', { count: places.remote })}
        </p>
        {mayAnswer ? (
          <AnswerForm session={session} signedIn={page.you.signedIn} onDone={onClose} />
        ) : (
          !cancelledSince && <p className="soft">{t('signIn')}</p>
        )}
        <a className="btn cy-file" href={calendarAddress(session.id)} download>
          <CalendarPlus className="i" aria-hidden="true" />
          {t('toCalendar')}
        </a>
        {mayLead && <LeadSession session={session} />}
      </div>
    </ModalDialog>
  )
}

const sides: readonly Coming[] = ['room', 'remote', 'no']

interface AnswerFormProps {
  readonly session: CycleSession
  readonly signedIn: boolean
  readonly onDone: () => void
}

function AnswerForm({ session, signedIn, onDone }: AnswerFormProps) {
  const { t } = useTranslation('cycle')
  const act = useCycleAct()
  const [answer, setAnswer] = useState<Coming | null>(session.answer)
  const [name, setName] = useState(session.ownName ?? '')
  const [problem, setProblem] = useState<'nameMissing' | 'answerMissing' | null>(null)
  const { coming, id, places } = session
  const open = (side: Coming): boolean =>
    !(side === 'room' && session.mode === 'online') && hasPlace(side, { places, coming, own: session.answer })
  const say = async (next: Coming | null, before: Coming | null): Promise<void> => {
    const signed = signedIn ? {} : { name: name.trim() }
    if (!(await act(() => sendAnswer(id, next === null ? { answer: next } : { answer: next, ...signed }))))
      return
    showToast({
      text: t(next === null ? 'withdrawn' : `said.${next}`),
      action: { label: t('undo'), run: () => void say(before, next) },
    })
    onDone()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (answer === null || !open(answer)) return setProblem('answerMissing')
    if (!signedIn && name.trim() === '') return setProblem('nameMissing')
    setProblem(null)
    void say(answer, session.answer)
  }
  const options = sides
    .filter(
      (side) => open(side) || side === session.answer || !(side === 'room' && session.mode === 'online'),
    )
    .map((value) => ({
      value,
      label: (
        <>
          {t(`answer.${value}`)}
          {!open(value) && session.mode !== 'online' && <span className="chip line">{t('full')}</span>}
        </>
      ),
    }))
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <Choice label={t('answerLabel')} look="cards" options={options} value={answer} onChange={setAnswer} />
      {session.mode === 'online' && <p className="sm soft">{t('roomOnline')}</p>}
      {problem === 'answerMissing' && (
        <p className="field-error" role="alert">
          {t('answerMissing')}
        </p>
      )}
      {!signedIn && (
        <Field
          label={t('nameField')}
          hint={t('nameHint')}
          value={name}
          maxLength={60}
          autoComplete="given-name"
          error={problem === 'nameMissing' ? t('nameMissing') : undefined}
          onChange={({ target }) => setName(target.value)}
        />
      )}
      <div className="row wrap">
        <button type="submit" className="btn primary" data-act="say">
          {t('say')}
        </button>
        {session.answer && (
          <button
            type="button"
            className="btn"
            data-act="withdraw"
            onClick={() => void say(null, session.answer)}
          >
            {t('withdraw')}
          </button>
        )}
      </div>
    </form>
  )
}
