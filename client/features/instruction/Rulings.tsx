// What anybody may read of the boards' work: how each ruled, and every verdict with its reason.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { GroupAnswer } from '#client/features/instruction/GroupAnswer.tsx'
import { NotesList } from '#client/features/instruction/NotesCard.tsx'
import { VerdictCard } from '#client/features/instruction/VerdictCard.tsx'
import { VerdictChip } from '#client/features/instruction/VerdictChip.tsx'
import { verdicts as allVerdicts } from '#shared/instruction/instructionActs.ts'
import type { InstructionAnswer, RulingItem } from '#shared/instruction/instructionAnswers.ts'

export function Rulings({ answer }: { answer: InstructionAnswer }) {
  const { t } = useTranslation('instruction')
  const [words, setWords] = useState('')
  const sought = words.trim().toLocaleLowerCase()
  const items = answer.items.filter(
    ({ code, title }) => sought === '' || `${code} ${title}`.toLocaleLowerCase().includes(sought),
  )
  return (
    <>
      <div className="in-boards">
        {answer.boards.map((board) => (
          <section key={board.id} className="card pad" aria-label={board.name} data-board={board.id}>
            <h2>{board.name}</h2>
            <p className="sm soft">
              {t('boardRuled', { count: board.total - board.counts.waiting, total: board.total })}
            </p>
            <dl className="in-counts">
              {allVerdicts.map((verdict) => (
                <div key={verdict}>
                  <dt>
                    <VerdictChip verdict={verdict} />
                  </dt>
                  <dd className="num" data-verdict={verdict}>
                    {board.counts[verdict]}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {answer.items.length === 0 ? (
        <p className="soft">{t('nothingYet')}</p>
      ) : (
        <section className="card pad in-all" aria-labelledby="in-all-title">
          <h2 id="in-all-title">{t('decisions')}</h2>
          <input
            className="input"
            type="search"
            value={words}
            aria-label={t('seekLabel')}
            placeholder={t('seek')}
            onChange={({ target }) => setWords(target.value)}
          />
          {items.map((item) => (
            <Line key={item.id} {...{ item, answer }} />
          ))}
        </section>
      )}
    </>
  )
}

function Line({ item, answer }: { item: RulingItem; answer: InstructionAnswer }) {
  const { t } = useTranslation('instruction')
  const [open, setOpen] = useState(false)
  const { boards, groups, language, speaksFor } = answer
  const placeOf = (id: string): string => groups.find((one) => one.id === id)?.place ?? ''
  const name = (id: string): string => boards.find((one) => one.id === id)?.name ?? ''
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="grow">
          <b className="disp">{item.code}</b> <span lang={language}>{item.title}</span>
        </span>
        {item.rulings.boards.map(({ boardId, verdicts }) => (
          <span key={boardId} className="in-bd">
            <b aria-hidden="true">{boards.find(({ id }) => id === boardId)?.code}</b>
            <span className="sr">{name(boardId)}</span>
            <VerdictChip verdict={verdicts.at(-1)?.decision} />
          </span>
        ))}
      </summary>
      {open && (
        <>
          {item.rulings.boards.flatMap(({ boardId, verdicts }) =>
            verdicts.map((verdict) => (
              <VerdictCard key={verdict.id} {...{ verdict, placeOf }} lang={language} board={name(boardId)}>
                {speaksFor
                  .filter((groupId) => item.groupIds.includes(groupId))
                  .map((groupId) => (
                    <GroupAnswer key={groupId} recommendationId={item.id} {...{ groupId, verdict }} />
                  ))}
              </VerdictCard>
            )),
          )}
          {item.rulings.difference && (
            <section className="in-sec">
              <h3>{t('differ')}</h3>
              <p lang={language}>{item.rulings.difference.text}</p>
              <p className="sm soft">
                {t('differSigned', { boards: item.rulings.difference.signedBy.map(name).join(', ') })}
              </p>
            </section>
          )}
          <NotesList notes={item.rulings.notes} placeOf={placeOf} lang={language} />
          <p className="sm">
            <Link to={`/follow-up/${encodeURIComponent(item.code)}`}>{t('thread')}</Link>
          </p>
        </>
      )}
    </details>
  )
}
