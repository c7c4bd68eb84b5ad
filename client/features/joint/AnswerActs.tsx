// What the invited group's facilitator does with an invitation: accept a day, propose others, decline with a word.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DaysField } from '#client/features/joint/DaysField.tsx'
import { useJointAct, useJointWords } from '#client/features/joint/useJoint.ts'
import { Word } from '#client/features/joint/Word.tsx'
import type { JointActInput, SessionDay } from '#shared/joint/invitation.ts'
import type { ShownInvitation } from '#shared/joint/jointAnswers.ts'

export interface AnswerActsProps {
  readonly group: string
  readonly invitation: ShownInvitation
  readonly today: string
}

export function AnswerActs({ group, invitation, today }: AnswerActsProps) {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const act = useJointAct(group)
  const [form, setForm] = useState<'propose' | 'decline' | null>(null)
  const send = async (input: JointActInput): Promise<void> => {
    if (await act(invitation.id, input)) setForm(null)
  }
  return (
    <div className="joint-acts">
      <div className="acts start">
        {invitation.days.map((day) => (
          <button
            key={`${day.date} ${day.startTime}`}
            type="button"
            className="btn primary"
            onClick={() => void send({ act: 'accept', day })}
          >
            {t('acceptOn', { day: words.day(day) })}
          </button>
        ))}
        {(['propose', 'decline'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="btn"
            aria-expanded={form === name}
            onClick={() => setForm(form === name ? null : name)}
          >
            {t(name)}
          </button>
        ))}
      </div>
      {form === 'propose' && (
        <Propose
          today={today}
          invitation={invitation}
          onSend={(days, word) => void send({ act: 'propose', days, word })}
        />
      )}
      {form === 'decline' && <Decline onSend={(word) => void send({ act: 'decline', word })} />}
    </div>
  )
}

interface ProposeProps {
  readonly today: string
  readonly invitation: ShownInvitation
  readonly onSend: (days: SessionDay[], word: string) => void
}

function Propose({ today, invitation, onSend }: ProposeProps) {
  const { t } = useTranslation('joint')
  const [days, setDays] = useState<readonly SessionDay[]>([])
  const [word, setWord] = useState('')
  return (
    <form
      className="stack joint-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (days.length > 0) onSend([...days], word)
      }}
    >
      <DaysField
        offered={[]}
        chosen={days}
        onChange={setDays}
        today={today}
        usualTime={invitation.days[0]?.startTime ?? '19:30'}
      />
      <Word label={t('word')} value={word} onChange={setWord} />
      <button type="submit" className="btn primary" aria-disabled={days.length === 0}>
        {t('sendDays')}
      </button>
    </form>
  )
}

function Decline({ onSend }: { onSend: (word: string) => void }) {
  const { t } = useTranslation('joint')
  const [word, setWord] = useState('')
  return (
    <form
      className="stack joint-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(word)
      }}
    >
      <Word label={t('declineWord')} value={word} onChange={setWord} />
      <button type="submit" className="btn">
        {t('sendDecline')}
      </button>
    </form>
  )
}
