// Two boards ruled differently: one chair writes why, every other signs, then it is public.
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '#client/features/instruction/TextArea.tsx'
import { useActing } from '#client/features/instruction/useDesk.ts'
import { Banner } from '#client/ui/Banner.tsx'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'
import { differ } from '#shared/instruction/standingRulings.ts'
import { isSentence } from '#shared/instruction/verdictRules.ts'

export function DifferenceCard({ desk, item }: { desk: DeskAnswer; item: DeskItem }) {
  const { t } = useTranslation('instruction')
  const { difference } = item.rulings
  const [text, setText] = useState('')
  const { busy, problem, run } = useActing()
  const { board } = desk
  const ruled = item.rulings.boards.some(
    ({ boardId, verdicts }) => boardId === board.id && verdicts.length > 0,
  )
  if (!differ(item.rulings)) return null
  const name = (id: string): string => desk.boards.find((one) => one.id === id)?.name ?? ''
  const about = { boardId: board.id, recommendationId: item.id }
  const signs = desk.you.chair && ruled
  return (
    <section className="in-sec" aria-labelledby="in-differ">
      <h3 id="in-differ">{t('differ')}</h3>
      {difference && (
        <>
          <p lang={desk.language}>{difference.text}</p>
          <p className="sm soft">
            {t(difference.whole ? 'differSigned' : 'differWaiting', {
              boards: difference.signedBy.map(name).join(', '),
            })}
          </p>
        </>
      )}
      {!difference && !signs && <p className="soft">{t('differNone')}</p>}
      {problem && <Banner tone="danger">{problem}</Banner>}
      {signs && difference && !difference.signedBy.includes(board.id) && (
        <button
          type="button"
          className="btn"
          data-act="sign-difference"
          aria-disabled={busy}
          onClick={() =>
            void run([{ body: { kind: 'signed', ...about, differenceId: difference.id } }], t('differDone'))
          }
        >
          <PenLine className="i" aria-hidden="true" />
          {t('differSign')}
        </button>
      )}
      {signs && !difference?.whole && (
        <form
          className="in-form"
          aria-label={t('differFormLabel')}
          onSubmit={(event) => {
            event.preventDefault()
            if (!isSentence(text)) return
            void run([{ body: { kind: 'difference', ...about, text } }], t('differKept')).then(
              (kept) => kept && setText(''),
            )
          }}
        >
          <TextArea
            label={t('differWhy')}
            hint={t('reasonHint')}
            value={text}
            maxLength={600}
            onChange={setText}
          />
          <button type="submit" className="btn" aria-disabled={busy || !isSentence(text)}>
            {t('differPropose')}
          </button>
        </form>
      )}
    </section>
  )
}
