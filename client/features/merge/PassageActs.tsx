// What may be done with one passage and its row: take, reword together, join, leave with a reason, put beside another.
import {
  Check,
  Columns2,
  Download,
  Eye,
  type LucideIcon,
  MessageCirclePlus,
  PenLine,
  RotateCcw,
  Slash,
  Split,
  Undo2,
} from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type MergeHands, useMergeHands } from '#client/features/merge/mergeContext.ts'
import { PairDialog } from '#client/features/merge/PairDialog.tsx'
import { ReasonDialog } from '#client/features/merge/ReasonDialog.tsx'
import type { Passage } from '#shared/merge/frozenParent.ts'

interface OfferedAct {
  readonly key: string
  readonly icon: LucideIcon
  readonly label: string
  readonly run: () => void
}

export function PassageActs({ passage }: { passage: Passage }) {
  const { t } = useTranslation('merge')
  const hands = useMergeHands()
  const why = useId()
  const { blocked, names, reading } = hands
  const kind = reading.fates.get(passage.id)?.kind ?? 'open'
  const acts = [
    ...takeActs(hands, passage, t),
    ...fateActs(hands, passage, t),
    ...pairActs(hands, passage, t),
  ]
  const isPlaced = kind === 'kept' || kind === 'reworded' || kind === 'proposed' || kind === 'joined'
  return (
    <div className="mg-acts" role="group" aria-label={t('act.label', { name: names.get(passage.id)?.name })}>
      {acts.map(({ key, icon: Icon, label, run }, at) => (
        <button
          key={key}
          type="button"
          className={`btn sm ${at === 0 && kind === 'open' ? 'primary' : ''}`}
          data-act={key}
          aria-disabled={blocked === undefined ? undefined : 'true'}
          aria-describedby={blocked === undefined ? undefined : why}
          onClick={() => blocked === undefined && run()}
        >
          <Icon className="i" aria-hidden="true" />
          {label}
        </button>
      ))}
      {isPlaced && (
        <button type="button" className="btn quiet sm" onClick={() => hands.showInJoint(passage.id)}>
          <Eye className="i" aria-hidden="true" />
          {t('act.show')}
        </button>
      )}
      {blocked !== undefined && (
        <p className="xs soft" id={why}>
          {blocked}
        </p>
      )}
    </div>
  )
}

type Words = ReturnType<typeof useTranslation<'merge'>>['t']

const isTaken = ({ merge }: MergeHands, id: string): boolean => merge.taken[id]?.now === true

function takeActs(hands: MergeHands, { id }: Passage, t: Words): OfferedAct[] {
  const { acts, names, rowOf } = hands
  const row = rowOf.get(id) ?? [id]
  const free = row.filter((other) => !isTaken(hands, other))
  if (isTaken(hands, id))
    return [{ key: 'untake', icon: Undo2, label: t('act.untake'), run: () => void acts.untake([id]) }]
  const place = names.get(id)?.party.name ?? ''
  const offered: OfferedAct[] = [
    {
      key: 'take',
      icon: Download,
      label: row.length > 1 ? t('act.takeFrom', { place }) : t('act.take'),
      run: () => void acts.take([id]),
    },
  ]
  const others = row.filter((other) => other !== id)
  for (const [key, ids] of byParent(hands, others)) {
    const there = hands.parties.find((party) => party.key === key)?.name ?? ''
    if (ids.some((other) => !isTaken(hands, other)))
      offered.push({
        key: `take-${key}`,
        icon: Download,
        label: t('act.takeFrom', { place: there }),
        run: () => void acts.take(ids.filter((other) => !isTaken(hands, other))),
      })
  }
  if (free.length > 1)
    offered.push({
      key: 'take-both',
      icon: Download,
      label: t(row.length === 2 ? 'act.takeBoth' : 'act.takeRow'),
      run: () => void acts.take(free),
    })
  return offered
}

function byParent({ names }: MergeHands, ids: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const key = names.get(id)?.parent.key ?? ''
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  return groups
}

function fateActs(hands: MergeHands, { id }: Passage, t: Words): OfferedAct[] {
  const { acts, merge, reading, rowOf } = hands
  const kind = reading.fates.get(id)?.kind ?? 'open'
  const row = rowOf.get(id) ?? [id]
  const isRewording = merge.rewording.some((other) => row.includes(other))
  const open: OfferedAct[] = [
    {
      key: 'reword',
      icon: PenLine,
      label: t(isRewording ? 'act.rewordOff' : 'act.reword'),
      run: () => void rewordRow(hands, row, !isRewording),
    },
    { key: 'join', icon: MessageCirclePlus, label: t('act.join'), run: () => void acts.join([id]) },
    { key: 'set-aside', icon: Slash, label: t('act.setAside'), run: () => askReason(hands, [id]) },
  ]
  const confirm = { key: 'confirm', icon: Check, label: t('act.confirm'), run: () => void acts.confirm([id]) }
  const reopen = { key: 'reopen', icon: RotateCcw, label: t('act.reopen'), run: () => void acts.reopen([id]) }
  const reason = {
    key: 'reason',
    icon: Slash,
    label: t('act.changeReason'),
    run: () => askReason(hands, [id]),
  }
  switch (kind) {
    case 'open':
      return open
    case 'proposed':
      return [confirm, ...open]
    case 'reworded':
    case 'joined':
      return [reopen]
    case 'set-aside':
      return [reopen, reason]
    case 'kept':
      return []
  }
}

/** The row is marked for everybody, and whoever asked goes on in the joint text. */
async function rewordRow(hands: MergeHands, row: readonly string[], on: boolean): Promise<void> {
  if ((await hands.acts.reword(row, on)) && on && row[0]) hands.showInJoint(row[0])
}

function pairActs(hands: MergeHands, passage: Passage, t: Words): OfferedAct[] {
  const { acts, parties, rowOf } = hands
  const offered: OfferedAct[] = []
  if (parties.length > 1)
    offered.push({
      key: 'pair',
      icon: Columns2,
      label: t('act.pairWith'),
      run: () => hands.openDialog((close) => <PairDialog passage={passage} onClose={close} />),
    })
  if ((rowOf.get(passage.id)?.length ?? 1) > 1)
    offered.push({
      key: 'unpair',
      icon: Split,
      label: t('act.unpair'),
      run: () => void acts.unpair([passage.id]),
    })
  return offered
}

/** Asks once for why some passages are not taken up. */
export function askReason(hands: MergeHands, passages: readonly string[], onDone?: () => void): void {
  hands.openDialog((close) => <ReasonDialog passages={passages} onDone={onDone} onClose={close} />)
}
