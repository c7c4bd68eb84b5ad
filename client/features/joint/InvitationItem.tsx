// One invitation: from whom to whom, about what, how each answered, and what this group may do now.
import { CalendarPlus, DoorOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { AnswerActs } from '#client/features/joint/AnswerActs.tsx'
import { InviterActs } from '#client/features/joint/InviterActs.tsx'
import { calendarAddress } from '#client/features/joint/jointApi.ts'
import { useJointWords } from '#client/features/joint/useJoint.ts'
import { Antenna } from '#client/ui/Antenna.tsx'
import type { JointPageAnswer, ShownAnswer, ShownInvitation } from '#shared/joint/jointAnswers.ts'

export interface InvitationItemProps {
  readonly group: string
  readonly page: JointPageAnswer
  readonly invitation: ShownInvitation
}

const look = { open: 'warn', accepted: 'ok', declined: '', withdrawn: '' } as const

export function InvitationItem({ group, page, invitation }: InvitationItemProps) {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const { agreed, answers, from, groups, isInviter, status, subject, word } = invitation
  const others = words.places(groups.filter(({ id }) => id !== from.id))
  const isOpen = status === 'open'
  return (
    <li className="joint-item" data-status={status}>
      <div className="row wrap">
        {groups.map((one) => (
          <Antenna key={one.id} wear={one.wear} place={one.place} />
        ))}
        <span className={`chip ${look[status]}`}>{t(`status.${status}`)}</span>
      </div>
      <h3>{subject}</h3>
      <p className="sm soft">
        {isInviter ? t('byYou', { others }) : t('from', { place: from.place, others })},{' '}
        {t('length', { count: invitation.durationMin })}
      </p>
      {word !== '' && <blockquote className="joint-word">{word}</blockquote>}
      {agreed && <p className="joint-when">{words.day(agreed)}</p>}
      {isOpen && (
        <ul className="joint-answers">
          {answers.map((answer) => (
            <AnswerLine key={answer.group.id} answer={answer} />
          ))}
        </ul>
      )}
      {agreed && invitation.roomCode !== null && (
        <div className="acts start">
          <Link className="btn primary" to={`/r/${encodeURIComponent(invitation.roomCode)}`}>
            <DoorOpen className="i" aria-hidden="true" />
            {t('enter')}
          </Link>
          <a className="btn" href={calendarAddress(group, invitation.id)} download>
            <CalendarPlus className="i" aria-hidden="true" />
            {t('calendar')}
          </a>
        </div>
      )}
      {isOpen && page.mayInvite && isInviter && <InviterActs group={group} invitation={invitation} />}
      {isOpen && page.mayInvite && !isInviter && (
        <AnswerActs group={group} invitation={invitation} today={page.today} />
      )}
    </li>
  )
}

function AnswerLine({ answer }: { answer: ShownAnswer }) {
  const { t } = useTranslation('joint')
  const words = useJointWords()
  const { group, kind, days, word } = answer
  const said = words.list(days.map((day) => words.day(day)))
  return (
    <li>
      {t(`answer.${kind}`, { place: group.place, day: said, days: said })}
      {word !== '' && <q>{word}</q>}
    </li>
  )
}
