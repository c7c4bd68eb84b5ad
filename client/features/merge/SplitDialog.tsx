// Parts one draft in two: which sentences go where, both titles, and why.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftAt } from '#client/features/merge/draftsToMerge.ts'
import { partOf } from '#client/features/merge/mergeNames.ts'
import { sendMerge } from '#client/features/merge/useMergeActs.ts'
import type { LiveRoom } from '#client/live/liveRoom.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { titleLimit } from '#shared/draft/vocabulary.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'

type Side = 'one' | 'two' | 'both'
const sides: readonly Side[] = ['one', 'two', 'both']

type Where = Readonly<Record<string, Side>>

/** The draft cut as the server will cut it: passages are named by their number. */
function cutOf(room: LiveRoom, { spaceId, draftId }: DraftAt): FrozenParent | undefined {
  const live = room.draftsOf(spaceId)
  const read = live && readDraft(draftId, draftsOf(live.doc).get(draftId))
  return read && freezeParent(read, { key: 'cut', spaceId, groupId: live.groupId, now: 0 })
}

/** The same sentences go where they went: a sentence more in the text gives others new numbers. */
function carried(where: Where, before: FrozenParent | undefined, after: FrozenParent | undefined): Where {
  const byText = new Map(before?.passages.map(({ id, text }) => [text, where[id]]))
  return Object.fromEntries(
    (after?.passages ?? []).flatMap(({ id, text }) => {
      const side = byText.get(text)
      return side ? [[id, side]] : []
    }),
  )
}

export function SplitDialog({ draft, onClose }: { draft: DraftAt; onClose: () => void }) {
  const { t } = useTranslation(['merge', 'ui'])
  const split = useSplit(draft, onClose)
  const { cut, titles, reason, where, wanted } = split
  return (
    <ModalDialog title={t('merge:split.title')} width="wide" onClose={onClose}>
      <form className="mg-form" onSubmit={(event) => void split.submit(event)}>
        <p className="soft">{t('merge:split.explain')}</p>
        {(['first', 'second'] as const).map((which, at) => (
          <Field
            key={which}
            label={t(`merge:split.${which}`)}
            maxLength={titleLimit}
            value={titles[at] ?? ''}
            onChange={(event) => split.setTitle(at, event.target.value)}
          />
        ))}
        <h3>{t('merge:split.where')}</h3>
        <SplitPassages cut={cut} where={where} onWhere={split.put} />
        <Field
          label={t('merge:split.reason')}
          maxLength={400}
          value={reason}
          error={wanted ? t('merge:split.missing') : undefined}
          onChange={(event) => split.setReason(event.target.value)}
        />
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('ui:dialog.cancel')}
          </button>
          <button type="submit" className="btn primary">
            {t('merge:split.go')}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

/** What is written and chosen, kept until the room has taken it. */
function useSplit(draft: DraftAt, onClose: () => void) {
  const { t } = useTranslation('merge')
  const room = useLiveRoom()
  const [cut, setCut] = useState(() => cutOf(room, draft))
  const [titles, setTitles] = useState([cut?.title ?? '', ''])
  const [reason, setReason] = useState('')
  const [where, setWhere] = useState<Where>({})
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState(false)
  const passagesOf = (side: Side): string[] =>
    (cut?.passages ?? []).map(({ id }) => id).filter((id) => [side, 'both'].includes(where[id] ?? 'one'))
  const parts = (['one', 'two'] as const).map((side, at) => ({
    title: titles[at]?.trim() ?? '',
    passages: passagesOf(side),
  }))
  const isWhole =
    reason.trim() !== '' && parts.every(({ title, passages }) => title !== '' && passages.length > 0)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (!isWhole || !cut || sending) return
    setSending(true)
    const input = { ...draft, parts, reason: reason.trim(), fingerprint: cut.fingerprint }
    const isDone = await sendMerge(room, { name: 'merge.split', input }, t('said.split'))
    setSending(false)
    if (isDone) return onClose()
    // Somebody wrote in the text meanwhile: it is cut anew, and what was chosen and written stays.
    const again = cutOf(room, draft)
    setWhere(carried(where, cut, again))
    setCut(again)
  }
  return {
    ...{ cut, titles, reason, where, wanted: asked && !isWhole, submit, setReason },
    setTitle: (at: number, words: string) =>
      setTitles(titles.map((title, other) => (other === at ? words : title))),
    put: (id: string, side: Side) => setWhere({ ...where, [id]: side }),
  }
}

interface SplitPassagesProps {
  readonly cut: FrozenParent | undefined
  readonly where: Where
  readonly onWhere: (passage: string, side: Side) => void
}

function SplitPassages({ cut, where, onWhere }: SplitPassagesProps) {
  const { t } = useTranslation('merge')
  return (
    <ul className="mg-split">
      {cut?.passages.map((passage) => (
        <li key={passage.id}>
          <span className="grow">
            <span lang={contentLanguage()}>{passage.text}</span>
            <small>{t(`part.${partOf(passage)}`)}</small>
          </span>
          <span className="mg-sides" role="group" aria-label={passage.text.slice(0, 60)}>
            {sides.map((side) => (
              <button
                key={side}
                type="button"
                aria-pressed={(where[passage.id] ?? 'one') === side}
                onClick={() => onWhere(passage.id, side)}
              >
                {side === 'both' ? t('split.both') : t('split.to', { n: side === 'one' ? 1 : 2 })}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
