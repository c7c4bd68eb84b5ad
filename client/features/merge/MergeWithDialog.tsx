// Chooses the drafts to merge, also those of other groups, or one to bring into a merge that runs.
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type DraftAt,
  draftsToMerge,
  keyOf,
  type MergeableDraft,
} from '#client/features/merge/draftsToMerge.ts'
import { sendMerge } from '#client/features/merge/useMergeActs.ts'
import { wordTest } from '#client/features/merge/wordTest.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { plainSection } from '#shared/draft/draftModel.ts'
import type { Merge } from '#shared/merge/mergeState.ts'

/** The server's own limit. */
const mostParents = 6

export interface MergeWithDialogProps {
  /** Chosen from the start: the draft whose menu was opened, or the selected ones. */
  readonly from?: readonly DraftAt[]
  /** The merge that one draft is brought into. */
  readonly into?: Merge
  /** Begins a merge of these; absent where one is brought into another. */
  readonly onStart?: (parents: readonly DraftAt[]) => void
  readonly onClose: () => void
}

export function MergeWithDialog({ from = [], into, onStart, onClose }: MergeWithDialogProps) {
  const { t } = useTranslation(['merge', 'ui'])
  const { t: words } = useTranslation('merge')
  const room = useLiveRoom()
  const taken = into ? [into, ...into.parents].map(keyOf) : []
  const all = useMemo(() => draftsToMerge(room, words), [room, words])
  const [chosen, setChosen] = useState<readonly string[]>(from.map(keyOf))
  const [query, setQuery] = useState('')
  const find = wordTest(query)
  const shown = all.filter(
    (draft) =>
      !taken.includes(keyOf(draft)) &&
      (chosen.includes(keyOf(draft)) ||
        find(
          `${draft.place} ${draft.read.code} ${draft.read.title} ${plainSection(draft.read.sections.proposition)}`,
        )),
  )
  const needed = into ? 1 : 2
  const missing =
    chosen.length < needed
      ? t('merge:with.pick')
      : chosen.length > mostParents
        ? t('merge:with.tooMany')
        : undefined
  const toggle = (key: string): void =>
    setChosen(
      chosen.includes(key) ? chosen.filter((other) => other !== key) : into ? [key] : [...chosen, key],
    )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (missing !== undefined) return
    onClose()
    // In the order of choosing: the first one stands on the left, and gives its title until people choose another.
    const parents = chosen.flatMap((key) => all.find((draft) => keyOf(draft) === key) ?? []).map(placeOf)
    const [first] = parents
    if (into && first)
      void sendMerge(
        room,
        { name: 'merge.bring', input: { mergeId: into.id, parent: first } },
        t('merge:said.brought'),
      )
    else onStart?.(parents)
  }
  return (
    <ModalDialog
      title={t(into ? 'merge:with.titleBring' : 'merge:with.title')}
      width="wide"
      onClose={onClose}
    >
      <form className="mg-form" onSubmit={submit}>
        <p className="soft">{t('merge:with.explain')}</p>
        <input
          className="input"
          type="search"
          aria-label={t('merge:with.find')}
          placeholder={t('merge:with.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ul className="mg-pick mg-drafts">
          {shown.map((draft) => (
            <DraftChoice
              key={keyOf(draft)}
              draft={draft}
              isChosen={chosen.includes(keyOf(draft))}
              onToggle={() => toggle(keyOf(draft))}
            />
          ))}
        </ul>
        {shown.length === 0 && <p className="soft">{t('merge:with.none')}</p>}
        <div className="acts mg-with-acts">
          <p className="sm soft grow" id="mg-with-why">
            {missing}
          </p>
          <button type="button" className="btn" onClick={onClose}>
            {t('ui:dialog.cancel')}
          </button>
          <button
            type="submit"
            className="btn primary"
            aria-disabled={missing === undefined ? undefined : 'true'}
            aria-describedby="mg-with-why"
          >
            {into ? t('merge:way.bring') : t('merge:with.startCount', { count: Math.max(1, chosen.length) })}
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

const placeOf = ({ spaceId, draftId }: DraftAt): DraftAt => ({ spaceId, draftId })

interface DraftChoiceProps {
  readonly draft: MergeableDraft
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function DraftChoice({ draft, isChosen, onToggle }: DraftChoiceProps) {
  const { t } = useTranslation('merge')
  return (
    <li>
      <label className="mg-draft-choice">
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        {draft.group ? (
          <Antenna wear={draft.group.wear} place={draft.group.place} size="mini" />
        ) : (
          <span className="chip line">{draft.place}</span>
        )}
        <span className="grow">
          <span lang={contentLanguage()}>
            {draft.read.code && <b>{draft.read.code} </b>}
            {draft.read.title || t('untitled')}
          </span>
        </span>
      </label>
    </li>
  )
}
