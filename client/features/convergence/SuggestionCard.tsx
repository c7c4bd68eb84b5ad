// Two texts that say nearly the same: the words that make them close, and what to do with the pair.
import { ChevronRight, GitMerge, Lightbulb, Link2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import type { ConvergenceAct } from '#shared/convergence/convergenceActs.ts'
import { type ConvergenceState, placeOf } from '#shared/convergence/convergenceState.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'

export function SuggestionCard() {
  const { t } = useTranslation('convergence')
  const { act, desk, state } = useDesk()
  const [passed, setPassed] = useState(0)
  const at = desk.close.length === 0 ? 0 : passed % desk.close.length
  const pair = desk.close[at]
  const [a, b] = [pair?.a, pair?.b].map((id) => desk.texts.find((text) => text.id === id))
  if (!pair || !a || !b) return null
  const common = pair.words.shared.join(', ')
  return (
    <section className="card cv-close" aria-label={t('close.label')}>
      <header className="row wrap">
        <span className="chip brand">
          <GitMerge className="i" aria-hidden="true" />
          {t('close.chip')}
        </span>
        <h2 data-act="suggestion">{t('close.of', { at: at + 1, count: desk.close.length })}</h2>
        {desk.close.length > 1 && (
          <button
            type="button"
            className="btn sm quiet cv-next"
            data-act="next-close"
            onClick={() => setPassed(at + 1)}
          >
            {t('close.next')}
            <ChevronRight className="i" aria-hidden="true" />
          </button>
        )}
      </header>
      <div className="cv-pair">
        {[a, b].map((text) => (
          <CloseOne key={text.id} text={text} words={pair.words.shared} />
        ))}
      </div>
      <p className="cv-why">
        <Lightbulb className="i" aria-hidden="true" />
        <span>
          {t('close.shared', { words: common })}{' '}
          {pair.words.mine.length > 0 &&
            t('close.own', { title: a.title, words: pair.words.mine.join(', ') })}{' '}
          {pair.words.theirs.length > 0 &&
            t('close.own', { title: b.title, words: pair.words.theirs.join(', ') })}
        </span>
      </p>
      <div className="row wrap cv-acts">
        <button
          type="button"
          className="btn primary"
          data-act="merge-close"
          onClick={() => void act(joinedPair(state, { a, b, as: 'text' }))}
        >
          <GitMerge className="i" aria-hidden="true" />
          {t('close.merge')}
        </button>
        <button
          type="button"
          className="btn"
          data-act="nuance-close"
          onClick={() => void act(joinedPair(state, { a, b, as: 'nuance' }))}
        >
          <Link2 className="i" aria-hidden="true" />
          {t('close.nuance')}
        </button>
        <button
          type="button"
          className="btn quiet"
          data-act="apart"
          onClick={() => void act({ act: 'apart', a: a.id, b: b.id })}
        >
          {t('close.apart')}
        </button>
      </div>
    </section>
  )
}

interface Joining {
  readonly a: HandedText
  readonly b: HandedText
  readonly as: 'text' | 'nuance'
}

/** The first one's item takes the second; two that stand nowhere begin an item of their own, in the family of their theme. */
function joinedPair(state: ConvergenceState, { a, as, b }: Joining): ConvergenceAct {
  const itemOfText = (text: HandedText): string | undefined =>
    placeOf(state, text.id)?.into.find((one) => one.as === 'text')?.itemId
  const [itemA, itemB] = [itemOfText(a), itemOfText(b)]
  if (itemA && itemB && as === 'text') return { act: 'merge-items', from: itemB, into: itemA }
  const itemId = itemA ?? itemB
  if (!itemId) return { act: 'begin', textIds: [a.id, b.id], as, familyId: null }
  const moved = itemA ? b : a
  return { act: 'join', textIds: [moved.id], itemId, as, nuanceType: 'nuance', also: false }
}

function CloseOne({ text, words }: { text: HandedText; words: readonly string[] }) {
  const { groupsOf } = useDesk()
  return (
    <div>
      <GroupMarks groups={groupsOf(text.groupIds)} />
      <h3>{text.title}</h3>
      <p>
        <Marked text={text.proposition || text.summary} words={words} />
      </p>
    </div>
  )
}

/** The shared words stand out where they are written as they are shown; a stem that is written otherwise stays as it is. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const pattern = words
    .flatMap((word) => word.split(/\s+/u))
    .filter((word) => word.length > 2)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join('|')
  if (pattern === '') return text
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${pattern})(?![\\p{L}\\p{N}])`, 'giu'))
  // With one group every second part is what matched.
  return parts.map((part, n) => {
    const key = `${n}-${part}`
    return n % 2 === 1 ? <mark key={key}>{part}</mark> : <span key={key}>{part}</span>
  })
}
