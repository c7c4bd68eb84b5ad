// One verdict whole: what, why, on which grounds, with which vote, and what its groups answered.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Redlines } from '#client/features/instruction/Redline.tsx'
import { VerdictChip } from '#client/features/instruction/VerdictChip.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import type { ShownVerdict } from '#shared/instruction/instructionAnswers.ts'

export interface VerdictCardProps {
  readonly verdict: ShownVerdict
  readonly board: string
  readonly lang: string
  readonly placeOf: (groupId: string) => string
  /** What may be done about it here. */
  readonly children?: ReactNode
}

export function VerdictCard({ verdict, board, lang, placeOf, children }: VerdictCardProps) {
  const { t, i18n } = useTranslation('instruction')
  const { abstain, against, for: inFavour } = verdict.votes
  return (
    <article className={`in-verdict ${verdict.superseded ? 'past' : ''}`}>
      <header className="row between">
        <h3>{board}</h3>
        <VerdictChip verdict={verdict.decision} />
      </header>
      <p className="sm soft">
        {wholeDay(i18n.language, verdict.date)}
        {verdict.version !== null && `, ${t('version', { n: verdict.version })}`}
        {verdict.superseded && `. ${t('superseded')}`}
      </p>
      <p lang={lang}>{verdict.reason}</p>
      {verdict.basis.length > 0 && (
        <p className="sm soft">{verdict.basis.map((one) => t(`ground.${one}`)).join(', ')}</p>
      )}
      <Redlines rewording={verdict.rewording} lang={lang} />
      {verdict.newWording && (
        <p lang={lang}>
          <b>{t('newWording')}</b> {verdict.newWording}
        </p>
      )}
      {verdict.possibleIf && <Said title={t('possibleIf')} text={verdict.possibleIf} lang={lang} />}
      {verdict.hereNow && <Said title={t('hereNow')} text={verdict.hereNow} lang={lang} />}
      {verdict.postponedUntil && (
        <p className="sm">{t('reviewOn', { day: wholeDay(i18n.language, verdict.postponedUntil) })}</p>
      )}
      <p className="sm soft num">{t('votes', { for: inFavour, against, abstain })}</p>
      {verdict.answers.map((one) => (
        <Said
          key={`${one.groupId}-${one.date}-${one.text}`}
          title={t(`answered.${one.answer}`, { group: placeOf(one.groupId), name: one.byName })}
          text={one.text}
          lang={lang}
        />
      ))}
      {verdict.replies.map((one) => (
        <Said
          key={one.groupId}
          title={t('replied', { group: placeOf(one.groupId), name: one.byName })}
          text={one.text}
          lang={lang}
        />
      ))}
      {verdict.awaiting.length > 0 && (
        <p className="sm">{t('awaiting', { groups: verdict.awaiting.map(placeOf).join(', ') })}</p>
      )}
      {children}
    </article>
  )
}

function Said({ title, text, lang }: { title: string; text: string; lang: string }) {
  return (
    <div className="in-said">
      <h4>{title}</h4>
      {text && <p lang={lang}>{text}</p>}
    </div>
  )
}
