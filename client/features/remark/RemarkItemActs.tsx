// What this person may do with a remark; a blocked act is not there, and the server decides again.
import { Check, CornerDownRight, Pencil, RefreshCw } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerForm, ReasonForm } from '#client/features/remark/AnswerForm.tsx'
import type { RemarkItemProps } from '#client/features/remark/RemarkItem.tsx'
import { type DraftPlace, useRemarkDesk } from '#client/features/remark/remarkDesk.ts'
import { type RemarkActs, useRemarkActs } from '#client/features/remark/useRemarkActs.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { anchorOf, passageOf } from '#shared/remark/anchor.ts'
import type { Remark, RemarkAnchor } from '#shared/remark/remark.ts'

export interface RemarkItemActsProps extends RemarkItemProps {
  readonly describedBy: string
}

export function RemarkItemActs({ draft, placed, maySuggest, describedBy }: RemarkItemActsProps) {
  const { t } = useTranslation('remark')
  const desk = useRemarkDesk()
  const room = useLiveRoom()
  const acts = useRemarkActs(draft)
  const box = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState(false)
  const [form, setForm] = useState<'reply' | 'refuse'>()
  const { remark, passage } = placed
  const may = new Set(remark.may)
  const isStale = remark.kind === 'suggestion' && passage !== 'stands'
  const act = (what: (acts: RemarkActs) => Promise<boolean>): void => {
    if (busy) return
    setBusy(true)
    const item = box.current?.closest<HTMLElement>('[data-remark]')
    void what(acts).then((done) => {
      setBusy(false)
      // The button that was pressed is gone.
      if (done) item?.focus({ preventScroll: true })
    })
  }
  const again = (act: 'edit' | 'renew'): void => {
    const anchor =
      act === 'renew' ? todaysAnchor(room.draftsOf(draft.spaceId)?.doc, draft, remark) : remark.anchor
    if (anchor || act === 'edit') desk?.begin({ draft, anchor, kind: remark.kind, of: { act, remark } })
  }
  const button = (look: string) => ({
    type: 'button' as const,
    className: `btn sm ${look}`,
    'aria-describedby': describedBy,
    ...(busy ? { 'aria-disabled': true } : {}),
  })
  if (may.size === 0) return null
  return (
    <div className="remark-acts" ref={box}>
      {may.has('accept') && !isStale && (
        <button
          {...button('primary')}
          data-act="remark.accept"
          onClick={() => act(({ accept }) => accept(remark.id))}
        >
          <Check className="i" aria-hidden="true" />
          {t('act.accept')}
        </button>
      )}
      {may.has('renew') && isStale && passage === 'changed' && maySuggest && (
        <button {...button('')} data-act="remark.renew" onClick={() => again('renew')}>
          <RefreshCw className="i" aria-hidden="true" />
          {t('act.renew')}
        </button>
      )}
      {may.has('refuse') && (
        <button
          {...button('')}
          data-act="remark.refuse"
          aria-expanded={form === 'refuse'}
          onClick={() => setForm(form === 'refuse' ? undefined : 'refuse')}
        >
          {t('act.refuse')}
        </button>
      )}
      {may.has('resolve') && (
        <button
          {...button('')}
          data-act="remark.resolve"
          onClick={() => act(({ resolve }) => resolve(remark.id))}
        >
          <Check className="i" aria-hidden="true" />
          {t('act.resolve')}
        </button>
      )}
      {may.has('reopen') && (
        <button
          {...button('')}
          data-act="remark.reopen"
          onClick={() => act(({ reopen }) => reopen(remark.id))}
        >
          {t('act.reopen')}
        </button>
      )}
      {may.has('reply') && (
        <button
          {...button('quiet')}
          data-act="remark.reply"
          aria-expanded={form === 'reply'}
          onClick={() => setForm(form === 'reply' ? undefined : 'reply')}
        >
          <CornerDownRight className="i" aria-hidden="true" />
          {t('act.reply')}
        </button>
      )}
      {may.has('edit') && (
        <button {...button('quiet')} data-act="remark.edit" onClick={() => again('edit')}>
          <Pencil className="i" aria-hidden="true" />
          {t('act.edit')}
        </button>
      )}
      {may.has('withdraw') && (
        <button
          {...button('quiet')}
          data-act="remark.withdraw"
          onClick={() => act(({ withdraw }) => withdraw(remark.id))}
        >
          {t('act.withdraw')}
        </button>
      )}
      {form === 'reply' && <AnswerForm remarkId={remark.id} acts={acts} onDone={() => setForm(undefined)} />}
      {form === 'refuse' && <ReasonForm remarkId={remark.id} acts={acts} onDone={() => setForm(undefined)} />}
    </div>
  )
}

/** The same passage with the words that stand there today. */
function todaysAnchor(
  doc: Parameters<typeof draftsOf>[0] | undefined,
  { draftId }: DraftPlace,
  { anchor }: Remark,
): RemarkAnchor | null {
  const draft = doc && draftsOf(doc).get(draftId)
  const pieces = draft && anchor ? passageOf(draft, anchor) : undefined
  const [first, last] = [pieces?.[0], pieces?.at(-1)]
  if (!draft || !anchor || !first || !last) return null
  return (
    anchorOf(draft, anchor.place, [
      { text: first.text, index: first.from },
      { text: last.text, index: last.to },
    ]) ?? null
  )
}
