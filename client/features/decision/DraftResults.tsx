// What was decided about a draft, in a line for its row and its card: « 7 points, 14 avril ».
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import type { DraftFigure } from '#shared/decision/pastDecision.ts'
import '#client/features/decision/decision.css'

export interface DraftResultsProps {
  readonly spaceId: string
  readonly draftId: string
}

/** Null where nothing was decided about it. */
export function DraftResults({ spaceId, draftId }: DraftResultsProps) {
  const { t, i18n } = useTranslation('decision')
  const results = useSlice('decision')?.draftResults.filter(
    (result) => result.spaceId === spaceId && result.draftId === draftId,
  )
  if (!results || results.length === 0) return null
  const day = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' })
  return (
    <ul className="decision-on-draft" aria-label={t('onDraft.label')}>
      {results.map(({ decisionId, figure, at }) => (
        <li
          key={decisionId}
          className={`chip ${figure.kind === 'consent' && figure.adopted ? 'ok' : 'line'}`}
        >
          {said(figure, t)}, {day.format(at)}
        </li>
      ))}
    </ul>
  )
}

function said(figure: DraftFigure, t: TFunction<'decision'>): string {
  switch (figure.kind) {
    case 'dots': {
      const plus = t('onDraft.points', { count: figure.plus })
      return figure.minus > 0 ? `${plus}, ${t('onDraft.against', { count: figure.minus })}` : plus
    }
    case 'poll':
      return t('onDraft.poll', { count: figure.count, voices: figure.voices })
    case 'gradient': {
      const all = figure.degrees.reduce((sum, count) => sum + count, 0)
      const favourable = (figure.degrees[4] ?? 0) + (figure.degrees[3] ?? 0)
      return t('onDraft.gradient', { count: favourable, voices: all })
    }
    case 'ranking':
      return t(figure.shared ? 'onDraft.rankShared' : 'onDraft.rank', { rank: figure.rank, of: figure.of })
    case 'consent': {
      if (!figure.adopted) return t('onDraft.objections', { count: figure.objections })
      return figure.reservations > 0
        ? t('onDraft.adoptedWith', { count: figure.reservations })
        : t('onDraft.adopted')
    }
  }
}
