// On a group's page: what the boards said of its texts, and what they ask of it.
import { Landmark } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CorrectNote, GroupAnswer } from '#client/features/instruction/GroupAnswer.tsx'
import { NotesList } from '#client/features/instruction/NotesCard.tsx'
import { useGroupRulings } from '#client/features/instruction/useDesk.ts'
import { VerdictCard } from '#client/features/instruction/VerdictCard.tsx'
import { VerdictChip } from '#client/features/instruction/VerdictChip.tsx'
import type { GroupRulingsAnswer, RulingItem } from '#shared/instruction/instructionAnswers.ts'

export interface GroupRulingsProps {
  readonly group: string
}

export function GroupRulings({ group }: GroupRulingsProps) {
  const { t } = useTranslation('instruction')
  const { data } = useGroupRulings(group)
  if (!data || data.items.length === 0) return null
  const asked = data.items.filter((item) => asks(item, data))
  const others = data.items.filter((item) => !asked.includes(item))
  return (
    <section className="card pad in-group" aria-labelledby="in-group-title">
      <h2 id="in-group-title" className="row">
        <Landmark className="i" aria-hidden="true" />
        {t('groupTitle')}
      </h2>
      {[...asked, ...others].map((item) => (
        <GroupItem key={item.id} {...{ item, answer: data }} open={asked.includes(item)} />
      ))}
    </section>
  )
}

const asks = ({ rulings }: RulingItem, { groupId, speaks }: GroupRulingsAnswer): boolean =>
  speaks && rulings.boards.some(({ verdicts }) => verdicts.some(({ awaiting }) => awaiting.includes(groupId)))

interface GroupItemProps {
  readonly item: RulingItem
  readonly answer: GroupRulingsAnswer
  readonly open: boolean
}

function GroupItem({ item, answer, open }: GroupItemProps) {
  const { t } = useTranslation('instruction')
  const { boards, groupId, groups, language, speaks } = answer
  const placeOf = (id: string): string => groups.find((one) => one.id === id)?.place ?? ''
  // What was answered stays open: the person sees that it is there.
  const [atFirst] = useState(open)
  const { notes } = item.rulings
  const pending = item.rulings.boards.some(({ verdicts }) => verdicts.length === 0)
  return (
    <details open={atFirst}>
      <summary>
        <span className="grow">
          <b className="disp">{item.code}</b> <span lang={language}>{item.title}</span>
        </span>
        {item.rulings.boards.map(({ boardId, verdicts }) => (
          <span key={boardId} className="in-bd">
            <b aria-hidden="true">{boards.find(({ id }) => id === boardId)?.code}</b>
            <span className="sr">{boards.find(({ id }) => id === boardId)?.name}</span>
            <VerdictChip verdict={verdicts.at(-1)?.decision} />
          </span>
        ))}
      </summary>
      {item.rulings.boards.flatMap(({ boardId, verdicts }) =>
        verdicts.map((verdict) => (
          <VerdictCard
            key={verdict.id}
            {...{ verdict, placeOf }}
            lang={language}
            board={boards.find(({ id }) => id === boardId)?.name ?? ''}
          >
            {speaks && <GroupAnswer recommendationId={item.id} {...{ groupId, verdict }} />}
          </VerdictCard>
        )),
      )}
      <NotesList
        {...{ notes, placeOf }}
        lang={language}
        below={(note) =>
          speaks && pending ? <CorrectNote recommendationId={item.id} {...{ groupId, note }} /> : null
        }
      />
      <p className="sm">
        <Link to={`/follow-up/${encodeURIComponent(item.code)}`}>{t('thread')}</Link>
      </p>
    </details>
  )
}
