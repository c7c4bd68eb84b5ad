// The bar under a text: what each group said of it, what is still missing, and the way to adopt it.
import '#client/features/adoption/adoption.css'
import { History, Lock, LockOpen, Scale } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AdoptDialog } from '#client/features/adoption/AdoptDialog.tsx'
import { ChangeBand } from '#client/features/adoption/ChangeBand.tsx'
import { GroupCard } from '#client/features/adoption/GroupCard.tsx'
import { GroupDialog } from '#client/features/adoption/GroupDialog.tsx'
import {
  concernedGroups,
  type PresentText,
  readable,
  type TextPlace,
  useChanged,
  usePresentText,
  useTextConsent,
} from '#client/features/adoption/useAdoption.ts'
import { useMissing } from '#client/features/adoption/useMissing.ts'
import { VersionsDialog } from '#client/features/adoption/VersionsDialog.tsx'
import { useLiveRoom, useLiveRoomChanges } from '#client/live/useLiveRoom.tsx'
import { useMayLead } from '#client/live/useLiveRoomLead.ts'
import { announce } from '#client/ui/announcer.tsx'
import type { TextConsentView } from '#shared/adoption/adoption.ts'
import { isSeparated, standingVersion } from '#shared/adoption/heldConsent.ts'
import type { RoomGroup } from '#shared/room/join.ts'

export interface AdoptionBarProps extends TextPlace {
  /** Passages of merged texts without a fate; 0 for a text that was not merged, null while it is not known. */
  readonly open: number | null
  readonly isMerged: boolean
}

/** Nothing where the text is none of this room's to consent to. */
export function AdoptionBar(props: AdoptionBarProps) {
  const { join } = useLiveRoomChanges(useLiveRoom())
  const groups = concernedGroups(join, props.spaceId)
  const present = usePresentText(props)
  if (groups.length === 0 || !present || present.draft.deletedAt !== null) return null
  return <Bar {...props} groups={groups} present={present} />
}

export interface BarPartProps extends AdoptionBarProps {
  readonly groups: readonly RoomGroup[]
  readonly present: PresentText
}

type Open =
  | { readonly kind: 'group'; readonly group: RoomGroup }
  | { readonly kind: 'adopt' | 'versions' }
  | null

function Bar(props: BarPartProps) {
  const { t } = useTranslation('adoption')
  const { groups, present } = props
  const text = useTextConsent(props)
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  useSaidVersions(text)
  return (
    <section className="adoption" aria-label={t('bar')}>
      <ChangeBand {...props} text={text} />
      <div className="adoption-row">
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={group}
            text={text}
            fingerprint={present.fingerprint}
            onOpen={() => setOpen({ kind: 'group', group })}
          />
        ))}
        {text.adopted.length > 0 && (
          <button
            type="button"
            className="btn"
            aria-haspopup="dialog"
            onClick={() => setOpen({ kind: 'versions' })}
          >
            <History className="i" aria-hidden="true" />
            {t('versions.open')}
          </button>
        )}
        <Adopt {...props} text={text} onAdopt={() => setOpen({ kind: 'adopt' })} />
      </div>
      {open?.kind === 'group' && <GroupDialog {...props} group={open.group} text={text} onClose={close} />}
      {open?.kind === 'adopt' && <AdoptDialog {...props} text={text} onClose={close} />}
      {open?.kind === 'versions' && <VersionsDialog {...props} text={text} onClose={close} />}
    </section>
  )
}

interface AdoptProps extends BarPartProps {
  readonly text: TextConsentView
  readonly onAdopt: () => void
}

/** Adopted, or the button with the reason why not yet. */
function Adopt({ text, present, onAdopt, groups, open, isMerged }: AdoptProps) {
  const { t } = useTranslation('adoption')
  const why = useId()
  const leads = useMayLead()
  const missing = useMissing({ text, present, groups, open })
  const standing = standingVersion(text)
  const done = standing?.fingerprint === present.fingerprint && standing.reserved === null
  const said = done
    ? t('adopted.now', { number: standing.number })
    : standing?.fingerprint === present.fingerprint
      ? t('adopted.reserved', { number: standing.number })
      : isSeparated(text)
        ? t('adopted.separated')
        : missing.words
  const ready = missing.groups.length === 0 && open === 0
  return (
    <div className="adoption-act">
      <p className="sm soft" id={why}>
        {said}
      </p>
      {done ? (
        <span className="chip ok">
          <Scale className="i" aria-hidden="true" />
          {t('adopted.chip')}
        </span>
      ) : (
        leads && (
          <button
            type="button"
            className={`btn lg ${ready ? 'primary' : ''}`}
            aria-haspopup="dialog"
            aria-describedby={why}
            onClick={onAdopt}
          >
            {ready ? (
              <LockOpen className="i" aria-hidden="true" />
            ) : (
              <Lock className="i" aria-hidden="true" />
            )}
            {t(isMerged ? 'adopt.merge' : 'adopt.text')}
          </button>
        )
      )}
    </div>
  )
}

/** Everybody in the room hears that a text was adopted or separated. */
function useSaidVersions(text: TextConsentView): void {
  const { t } = useTranslation('adoption')
  const standing = standingVersion(readable(text))
  useChanged(standing?.id ?? (text.adopted.length > 0 ? 'withdrawn' : 'none'), () => {
    if (!standing) announce(t('said.separated'))
    else announce(t(standing.reserved ? 'said.reserved' : 'said.adopted', { title: standing.title }))
  })
}
