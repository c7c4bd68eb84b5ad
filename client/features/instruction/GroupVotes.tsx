// How the groups that wrote a text voted on it: who handed it over or adopted it, under which rule, with which voices.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Antenna } from '#client/ui/Antenna.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import type { DeskAnswer, DeskItem, GroupVote } from '#shared/instruction/instructionAnswers.ts'

export interface GroupVotesProps {
  readonly votes: DeskItem['votes']
  readonly groups: DeskAnswer['groups']
}

export function GroupVotes({ votes, groups }: GroupVotesProps) {
  const { t } = useTranslation('instruction')
  if (votes.length === 0) return null
  return (
    <section className="in-sec in-votes">
      <h3>{t('groupVotes')}</h3>
      <ul>
        {votes.map((vote) => {
          const group = groups.find(({ id }) => id === vote.groupId)
          return (
            <li key={`${vote.id}-${vote.groupId}`}>
              {group && <Antenna wear={group.wear} place={group.place} />}
              <VoteLine vote={vote} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function VoteLine({ vote }: { vote: GroupVote }) {
  const { t, i18n } = useTranslation('instruction')
  const { about, date, outcome, signed } = vote
  return (
    <span className="grow">
      {t(`groupVote.${about}`, { day: wholeDay(i18n.language, date) })} <b>{t(`groupVote.${outcome}`)}</b>{' '}
      <span className="num">{countsIn(vote, t)}</span>
      {signed > 0 && ` ${t('groupVote.signed', { count: signed })}`}
    </span>
  )
}

function countsIn({ counts, rule }: GroupVote, t: TFunction<'instruction'>): string {
  const [a, b, c] = rule === 'vote' ? counts.choices : counts.positions
  if (rule === 'gradient') return t('groupVote.degrees', { degrees: counts.degrees.join(', ') })
  return t(rule === 'vote' ? 'groupVote.choices' : 'groupVote.positions', { a, b, c })
}
