// What those who facilitate do with the open question: carry a voice, move the round on, close it, give it up.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CarryDialog } from '#client/features/decision/CarryDialog.tsx'
import { useCommand } from '#client/live/useCommand.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { type ConsentCourse, isAdoptedBy, proposalLimit } from '#shared/decision/consent.ts'
import type { OpenView } from '#shared/decision/decision.ts'

export function RunningPart({ open }: { open: OpenView }) {
  const { t } = useTranslation('decision')
  const [asking, setAsking] = useState<'carry' | 'cancel' | null>(null)
  const close = useCommand('decision.close')
  const cancel = useCommand('decision.cancel')
  const { ballot } = open
  const isAnswered = ballot.kind !== 'consent' || ballot.phase === 'round'
  const giveUp = async (): Promise<void> => {
    if (sayRefusal(await cancel({ id: open.id }))) setAsking(null)
  }
  return (
    <div className="decision-running" role="group" aria-label={t('run.label')}>
      {ballot.kind === 'consent' && <ConsentSteps open={open} course={ballot} />}
      <div className="decision-acts">
        {isAnswered && (
          <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setAsking('carry')}>
            {t('carry.open')}
          </button>
        )}
        {(ballot.kind !== 'consent' || ballot.phase !== 'adopted') && (
          <button
            type="button"
            className={`btn ${ballot.kind === 'consent' ? '' : 'primary'}`}
            onClick={() => void close({ id: open.id }).then(sayRefusal)}
          >
            {t(ballot.kind === 'consent' ? 'run.closeConsent' : 'run.close')}
          </button>
        )}
        <button
          type="button"
          className="btn quiet"
          aria-haspopup="dialog"
          onClick={() => setAsking('cancel')}
        >
          {t('run.cancel')}
        </button>
      </div>
      {asking === 'carry' && <CarryDialog open={open} onClose={() => setAsking(null)} />}
      {asking === 'cancel' && (
        <ConfirmDialog
          title={t('run.cancelTitle')}
          confirm={t('run.cancelConfirm')}
          danger
          onConfirm={() => void giveUp()}
          onClose={() => setAsking(null)}
        >
          <p>{t('run.cancelText', { count: open.answered })}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function ConsentSteps({ open, course }: { open: OpenView; course: ConsentCourse }) {
  const { t } = useTranslation('decision')
  const [next, back, show, close] = [
    useCommand('decision.next'),
    useCommand('decision.back'),
    useCommand('decision.show'),
    useCommand('decision.close'),
  ]
  const { phase } = course
  const step = { id: open.id, from: phase }
  const hidden = phase === 'round' && !course.shown
  const blocked = phase === 'round' && open.answered === 0
  const forward = (): void => {
    if (blocked) return
    if (phase === 'adopted') void close({ id: open.id }).then(sayRefusal)
    else void (hidden ? show({ id: open.id }) : next(step)).then(sayRefusal)
  }
  const leads =
    phase !== 'round' ? phase : hidden ? 'show' : isAdoptedBy(open.voices ?? []) ? 'adopt' : 'amend'
  return (
    <>
      {phase === 'amendment' && <Amendment open={open} course={course} />}
      <div className="decision-acts">
        {phase !== 'presentation' && (
          <button type="button" className="btn" onClick={() => void back(step).then(sayRefusal)}>
            {t('run.back')}
          </button>
        )}
        <button
          type="button"
          className="btn primary"
          aria-disabled={blocked ? 'true' : undefined}
          aria-describedby={blocked ? 'decision-blocked' : undefined}
          onClick={forward}
        >
          {t(`next.${leads}`)}
        </button>
      </div>
      {blocked && (
        <p className="sm soft" id="decision-blocked">
          {t('run.nobody')}
        </p>
      )}
    </>
  )
}

function Amendment({ open, course }: { open: OpenView; course: ConsentCourse }) {
  const { t } = useTranslation('decision')
  const amend = useCommand('decision.amend')
  const [typed, setTyped] = useState(course.amendment || course.proposal || (open.items[0]?.text ?? ''))
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (typed.trim() !== '') sayRefusal(await amend({ id: open.id, proposal: typed }))
  }
  const isKept = course.amendment === typed.trim()
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <label className="field">
        <span className="lab">{t('consent.amendLabel')}</span>
        <textarea
          className="input"
          rows={4}
          maxLength={proposalLimit}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="btn" aria-disabled={isKept ? 'true' : undefined}>
        {t(isKept ? 'consent.amendKept' : 'consent.amendKeep')}
      </button>
    </form>
  )
}
