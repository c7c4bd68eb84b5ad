// What the inviting group's facilitator does while an invitation is open: take up other days, hold the session, withdraw.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useJointAct, useJointWords } from '#client/features/joint/useJoint.ts'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { mostDays, type SessionDay, sameDay } from '#shared/joint/invitation.ts'
import type { ShownInvitation } from '#shared/joint/jointAnswers.ts'

const each = (days: readonly SessionDay[]): SessionDay[] =>
  days.filter((day, n) => days.findIndex((one) => sameDay(one, day)) === n)

export function InviterActs({ group, invitation }: { group: string; invitation: ShownInvitation }) {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const act = useJointAct(group)
  const [asked, setAsked] = useState(false)
  const { answers, days, id } = invitation
  const proposed = each(answers.flatMap((one) => (one.kind === 'proposed' ? one.days : [])))
  const accepted = answers.filter(({ kind }) => kind === 'accepted')
  const daysAccepted = each(accepted.flatMap((one) => one.days))
  const withdraw = async (): Promise<void> => {
    await act(id, { act: 'withdraw' })
    setAsked(false)
  }
  return (
    <div className="acts start">
      {proposed.length > 0 && (
        <button
          type="button"
          className="btn primary"
          onClick={() =>
            void act(id, { act: 'offer', days: each([...proposed, ...days]).slice(0, mostDays) })
          }
        >
          {t('offer')}
        </button>
      )}
      {daysAccepted.map((day) => (
        <button
          key={`${day.date} ${day.startTime}`}
          type="button"
          className="btn primary"
          onClick={() => void act(id, { act: 'hold', day })}
        >
          {t('hold', {
            day: words.day(day),
            places: words.places(
              accepted.filter((one) => one.days.some((other) => sameDay(other, day))).map((one) => one.group),
            ),
          })}
        </button>
      ))}
      <button type="button" className="btn quiet" aria-haspopup="dialog" onClick={() => setAsked(true)}>
        {t('withdraw')}
      </button>
      {asked && (
        <ConfirmDialog
          title={t('withdraw')}
          confirm={t('withdraw')}
          onConfirm={() => void withdraw()}
          onClose={() => setAsked(false)}
        >
          <p>{t('withdrawText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
