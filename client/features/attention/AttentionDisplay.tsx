// For a projector: what is in the light, who is ready in numbers, and the words of the last ten seconds.
import { Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { reactionIcons, useReactionCounts } from '#client/features/attention/ReactionsBar.tsx'
import { ReadyCounts } from '#client/features/attention/ReadyNow.tsx'
import { useAttention } from '#client/features/attention/useAttention.ts'
import { reactionKinds } from '#shared/attention/attentionState.ts'
import '#client/features/attention/attention.css'

/** Null while there is nothing of it. */
export function AttentionDisplay() {
  const { t } = useTranslation('attention')
  const attention = useAttention()
  const counts = useReactionCounts()
  const said = reactionKinds.filter((kind) => counts[kind] > 0)
  if (!attention) return null
  const { ready, spotlight } = attention
  if (!ready && !spotlight && said.length === 0) return null
  return (
    <section className="attention-display">
      {spotlight && (
        <p>
          <Sun className="i" aria-hidden="true" />
          {t('litWhat', { label: spotlight.label })}
        </p>
      )}
      {ready && (
        <div>
          <h3 aria-label={t('readyAskLabel')}>{t('readyAsk')}</h3>
          <ReadyCounts ready={ready} />
        </div>
      )}
      {said.length > 0 && (
        <ul>
          {said.map((kind) => {
            const Icon = reactionIcons[kind]
            return (
              <li key={kind}>
                <Icon className="i" aria-hidden="true" />
                {t(`react.${kind}`)} <b className="num">{counts[kind]}</b>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
