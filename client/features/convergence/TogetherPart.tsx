// An item's text written by several people at once, and taken over as the words that its groups are asked about.
import { Check, PenLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openTogether } from '#client/features/convergence/convergenceApi.ts'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { SourcedWords } from '#client/features/convergence/SourcedWords.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import { type Item, textsIn } from '#shared/convergence/convergenceState.ts'
import type { Words } from '#shared/convergence/handedText.ts'
import { sentenceSources } from '#shared/convergence/sentenceSources.ts'
import { isTakenOver, type TogetherPlace } from '#shared/convergence/writtenTogether.ts'

export function TogetherPart({ item }: { item: Item }) {
  const { t } = useTranslation('convergence')
  const { Together, desk } = useDesk()
  const [place, setPlace] = useState<TogetherPlace>()
  const [busy, setBusy] = useState(false)
  const open = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      setPlace(await openTogether(item.id))
    } catch {
      showToast({ text: t('togetherFailed'), tone: 'problem' })
    } finally {
      setBusy(false)
    }
  }
  const stands = desk.together[item.id]
  return (
    <div className="cv-together" data-together={stands ?? 'none'}>
      {stands === 'changed' && !place && <p className="chip warn">{t('togetherChanged')}</p>}
      {place ? (
        <Together {...{ place, item }} below={(written) => <Below {...{ item, written }} />} />
      ) : (
        <button
          type="button"
          className="btn sm"
          data-act="write-together"
          aria-disabled={busy}
          onClick={() => void open()}
        >
          <PenLine className="i" aria-hidden="true" />
          {t(stands ? 'togetherGoOn' : 'togetherOpen')}
        </button>
      )}
    </div>
  )
}

/** Each sentence as it is being written, with the group that it comes from; and the button that asks the groups about it. */
function Below({ item, written }: { item: Item; written: Words }) {
  const { t } = useTranslation('convergence')
  const { act, desk, state } = useDesk()
  const [busy, setBusy] = useState(false)
  const taken = isTakenOver(item, written)
  const empty = written.title === ''
  const own = textsIn(state, desk.texts, { itemId: item.id, as: 'text' })
  const { id, jurisdictions, kind, revision } = item
  const take = async (): Promise<void> => {
    if (taken || empty || busy) return
    setBusy(true)
    await act({
      act: 'word',
      itemId: id,
      seen: revision,
      ...written,
      jurisdictions: [...jurisdictions],
      kind,
    })
    setBusy(false)
  }
  return (
    <>
      <details className="cv-sources">
        <summary>{t('togetherSources')}</summary>
        <SourcedWords read={sentenceSources(written, own)} item={item} />
      </details>
      <div className="row wrap">
        <button
          type="button"
          className="btn primary"
          data-act="take-over"
          aria-disabled={taken || empty || busy}
          onClick={() => void take()}
        >
          <Check className="i" aria-hidden="true" />
          {t('takeOver')}
        </button>
        <span className="sm soft" role="status">
          {t(empty ? 'togetherNoTitle' : taken ? 'togetherTaken' : 'togetherNotTaken')}
        </span>
      </div>
    </>
  )
}
