// What everybody agrees on, ruled upon in one vote; any member takes one out with one tap.
import { CircleMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Sitting,
  SittingFields,
  sittingActs,
  sittingToday,
  votesOf,
} from '#client/features/instruction/SittingFields.tsx'
import { TextArea } from '#client/features/instruction/TextArea.tsx'
import { useActing } from '#client/features/instruction/useDesk.ts'
import { Banner } from '#client/ui/Banner.tsx'
import type { DeskAnswer, DeskItem } from '#shared/instruction/instructionAnswers.ts'
import { isSentence } from '#shared/instruction/verdictRules.ts'

export function BlockCard({ desk }: { desk: DeskAnswer }) {
  const { t } = useTranslation('instruction')
  const { busy, problem, run } = useActing()
  const { block, board, unanimous, you } = desk
  const held = new Set([...(block?.ids ?? []), ...(block?.pulled.map(({ id }) => id) ?? [])])
  const fresh = unanimous.filter((id) => !held.has(id))
  const items = desk.items.filter(({ id }) => block?.ids.includes(id))
  if (!you.seated || (items.length === 0 && !(you.chair && fresh.length > 0) && !block?.pulled.length))
    return null
  const propose = (): void =>
    void run(
      [
        {
          seen: block?.seen ?? 0,
          body: {
            ...{ kind: 'block', boardId: board.id },
            recommendationIds: [...(block?.ids ?? []), ...fresh],
          },
        },
      ],
      t('blockProposed'),
    )
  return (
    <section className="card pad in-block" aria-labelledby="in-block-title">
      <h2 id="in-block-title">{t('block', { count: items.length })}</h2>
      <p className="sm soft">{t('blockText')}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="row">
            <span className="grow">
              <b className="disp">{item.code}</b> <span lang={desk.language}>{item.title}</span>
            </span>
            <button
              type="button"
              className="btn sm"
              data-act="pull-out"
              aria-label={t('pullOutLabel', { code: item.code })}
              aria-disabled={busy}
              onClick={() =>
                void run(
                  [{ body: { kind: 'pulled', boardId: board.id, recommendationId: item.id } }],
                  t('pulledOut', { code: item.code }),
                )
              }
            >
              <CircleMinus className="i" aria-hidden="true" />
              {t('pullOut')}
            </button>
          </li>
        ))}
      </ul>
      {block?.pulled.map(({ byName, id }) => (
        <p key={id} className="sm">
          {t('pulledBy', { code: desk.items.find((one) => one.id === id)?.code ?? '', name: byName })}
        </p>
      ))}
      {problem && <Banner tone="danger">{problem}</Banner>}
      {you.chair && fresh.length > 0 && (
        <button type="button" className="btn" data-act="propose-block" aria-disabled={busy} onClick={propose}>
          {t('proposeBlock', { count: fresh.length })}
        </button>
      )}
      {you.records && items.length > 0 && <BlockVote desk={desk} items={items} />}
    </section>
  )
}

function BlockVote({ desk, items }: { desk: DeskAnswer; items: readonly DeskItem[] }) {
  const { t } = useTranslation('instruction')
  const [sitting, setSitting] = useState<Sitting>(() => sittingToday(desk))
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const { busy, problem, run } = useActing()
  const votes = votesOf(sitting)
  const reasonOf = (id: string): string => reasons[id] ?? t('prepared')
  const said = items.every(({ id }) => isSentence(reasonOf(id)))
  const adds =
    votes.for + votes.against + votes.abstain === sitting.presentIds.length && votes.for > votes.against
  const vote = (): void => {
    if (!adds || !said) return
    const { acts, sittingId } = sittingActs(desk, sitting)
    const verdicts = items.map((item) => ({
      seen: item.seen,
      body: {
        ...{ kind: 'verdict' as const, boardId: desk.board.id, recommendationId: item.id },
        ...{
          version: item.version,
          decision: 'accept' as const,
          reason: reasonOf(item.id).trim(),
          basis: [],
        },
        ...{ votes, sittingId },
      },
    }))
    void run([...acts, ...verdicts], t('blockWritten', { count: items.length }), desk.block?.seen ?? 0)
  }
  return (
    <details className="in-blockvote">
      <summary>{t('voteBlock')}</summary>
      <SittingFields
        {...{ desk, sitting }}
        onChange={(change) => setSitting((before) => ({ ...before, ...change }))}
        error={adds ? undefined : t('fault.votes')}
      />
      {items.map(({ code, id }) => (
        <TextArea
          key={id}
          label={t('reasonFor', { code })}
          value={reasonOf(id)}
          maxLength={1200}
          rows={2}
          error={isSentence(reasonOf(id)) ? undefined : t('fault.reason')}
          onChange={(reason) => setReasons((before) => ({ ...before, [id]: reason }))}
        />
      ))}
      {problem && <Banner tone="danger">{problem}</Banner>}
      <button
        type="button"
        className="btn primary"
        data-act="vote-block"
        aria-disabled={busy || !adds || !said}
        onClick={vote}
      >
        {t('writeBlock')}
      </button>
    </details>
  )
}
