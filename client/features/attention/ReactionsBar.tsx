// A few words that everybody may say at once, counted for ten seconds and kept with nobody's name.
import { Check, CircleQuestionMark, HeartHandshake, Turtle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAsk, useAttention, useOwnSeats } from '#client/features/attention/useAttention.ts'
import { useServerNow } from '#client/live/useServerNow.ts'
import { type ReactionKind, reactionKinds, reactionMs } from '#shared/attention/attentionState.ts'
import '#client/features/attention/attention.css'

export const reactionIcons = {
  agree: Check,
  thanks: HeartHandshake,
  lost: CircleQuestionMark,
  slower: Turtle,
} as const

/** How often each was said in the last ten seconds. */
export function useReactionCounts(): Readonly<Record<ReactionKind, number>> {
  const reactions = useAttention()?.reactions ?? []
  const now = useServerNow(reactions.length > 0 ? 1000 : null)
  const count = (kind: ReactionKind): number =>
    reactions.filter((one) => one.kind === kind && one.at > now - reactionMs).length
  return { agree: count('agree'), thanks: count('thanks'), lost: count('lost'), slower: count('slower') }
}

export function ReactionsBar() {
  const { t } = useTranslation('attention')
  const ask = useAsk()
  const counts = useReactionCounts()
  const mayReact = useOwnSeats().length > 0
  return (
    <div className="attention-reactions" role="group" aria-label={t('reactionsLabel')}>
      {reactionKinds.map((kind) => {
        const Icon = reactionIcons[kind]
        const word = t(`react.${kind}`)
        return (
          <button
            key={kind}
            type="button"
            className="btn"
            aria-disabled={!mayReact}
            aria-label={counts[kind] > 0 ? t('reactedLabel', { word, count: counts[kind] }) : word}
            onClick={() => mayReact && void ask('attention.react', { kind })}
          >
            <Icon className="i" aria-hidden="true" />
            {word}
            {counts[kind] > 0 && <b className="num">{counts[kind]}</b>}
          </button>
        )
      })}
    </div>
  )
}
