// Parts one draft in two: which sentences go where, both titles, and why.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftAt } from '#client/features/merge/draftsToMerge.ts'
import { partOf } from '#client/features/merge/mergeNames.ts'
import { sendMerge } from '#client/features/merge/useMergeActs.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { titleLimit } from '#shared/draft/vocabulary.ts'
import { freezeParent } from '#shared/merge/freezeParent.ts'
import type { FrozenParent } from '#shared/merge/frozenParent.ts'

type Side = 'one' | 'two' | 'both'
const sides: readonly Side[] = ['one', 'two', 'both']

/** The draft cut as the server will cut it: passages are named by their number. */
function useCut({ spaceId, draftId }: DraftAt): FrozenParent | undefined {
  const room = useLiveRoom()
  return useMemo(() => {
    const live = room.draftsOf(spaceId)
    const read = live && readDraft(draftId, draftsOf(live.doc).get(draftId))
    return read && freezeParent(read, { key: 'cut', spaceId, groupId: live.groupId, now: 0 })
  }, [room, spaceId, draftId])
}

export function SplitDialog({ draft, onClose }: { draft: DraftAt; onClose: () => void }) {
  const { t } = useTranslation(['merge', 'ui'])
  const room = useLiveRoom()
  const cut = useCut(draft)
  const [titles, setTitles] = useState([cut?.title ?? '', ''])
  const [reason, setReason] = useState('')
  const [where, setWhere] = useState<Readonly<Record<string, Side>>>({})
  const [asked, setAsked] = useState(false)
  const passagesOf = (side: Side): string[] =>
    (cut?.passages ?? []).map(({ id }) => id).filter((id) => [side, 'both'].includes(where[id] ?? 'one'))
  const isWhole =
    titles.every((title) => title.trim() !== '') &&
    reason.trim() !== '' &&
    passagesOf('one').length > 0 &&
    passagesOf('two').length > 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (!isWhole || !cut) return
    onClose()
    const parts = (['one', 'two'] as const).map((side, at) => ({
      title: titles[at]?.trim() ?? '',
      passages: passagesOf(side),
    }))
    const input = { ...draft, parts, reason: reason.trim(), fingerprint: cut.fingerprint }
    void sendMerge(room, { name: 'merge.split', input }, t('merge:said.split'))
  }
  return (
    <ModalDialog title={t('merge:split.title')} width="wide" onClose={onClose}>
      <form className="mg-form" onSubmit={submit}>
        <p className="soft">{t('merge:split.explain')}</p>
        {(['first', 'second'] as const).map((which, at) => (
          <Field
            key={which}
            label={t(`merge:split.${which}`)}
            maxLength={titleLimit}
            value={titles[at] ?? ''}
            onChange={(event) =>
              setTitles(titles.map((title, other) => (other === at ? event.target.value : title)))
            }
          />
        ))}
        <h3>{t('merge:split.where')}</h3>
        <SplitPassages cut={cut} where={where} onWhere={(id, side) => setWhere({ ...where, [id]: side })} />
        <Field
          label={t('merge:split.reason')}
          maxLength={400}
          value={reason}
          error={asked && !isWhole ? t('merge:split.missing') : undefined}
          onChange={(event) => setReason(event.target.value)}
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

interface SplitPassagesProps {
  readonly cut: FrozenParent | undefined
  readonly where: Readonly<Record<string, Side>>
  readonly onWhere: (passage: string, side: Side) => void
}

function SplitPassages({ cut, where, onWhere }: SplitPassagesProps) {
  const { t } = useTranslation('merge')
  return (
    <ul className="mg-split">
      {cut?.passages.map((passage) => (
        <li key={passage.id}>
          <span className="grow">
            <span lang="fr">{passage.text}</span>
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
