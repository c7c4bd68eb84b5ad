// One remark: whose it is, the passage, what is said or proposed, the answers, and what this person may do with it.
import { Check, Undo2, X } from 'lucide-react'
import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { AuthorLine } from '#client/features/remark/AuthorLine.tsx'
import { NamedWords } from '#client/features/remark/NamedWords.tsx'
import { RemarkItemActs } from '#client/features/remark/RemarkItemActs.tsx'
import { RemarkPassage } from '#client/features/remark/RemarkPassage.tsx'
import { RewordingShown } from '#client/features/remark/RewordingShown.tsx'
import { type DraftPlace, useDeskState } from '#client/features/remark/remarkDesk.ts'
import type { PlacedRemark } from '#client/features/remark/remarkOrder.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import type { Remark, RemarkStatus } from '#shared/remark/remark.ts'

export interface RemarkItemProps {
  readonly draft: DraftPlace
  readonly placed: PlacedRemark
  readonly maySuggest: boolean
}

export const RemarkItem = memo(function RemarkItem({ draft, placed, maySuggest }: RemarkItemProps) {
  const { t } = useTranslation('remark')
  const id = useId()
  const { lookedAt } = useDeskState()
  const { remark } = placed
  const { kind, status, closed } = remark
  return (
    <li
      className="remark"
      data-remark={remark.id}
      data-status={status}
      data-looked-at={lookedAt === remark.id || undefined}
      tabIndex={-1}
      aria-labelledby={id}
    >
      <div className="remark-head" id={id}>
        <AuthorLine by={remark.by} at={remark.at} does={t(`kindOf.${kind}`)} />
        {status !== 'open' && <StatusSign status={status} />}
      </div>
      {remark.cameFrom && <CameFrom remark={remark} />}
      <RemarkPassage draft={draft} placed={placed} />
      {remark.proposal !== null && (
        <RewordingShown
          before={remark.anchor?.quote ?? remark.cameFrom?.quote ?? ''}
          after={remark.proposal}
        />
      )}
      {remark.text && <NamedWords className="remark-text" words={remark.text} mentions={remark.mentions} />}
      {closed && (
        <p className="remark-closed sm">
          {t(`closed.${status === 'open' ? 'resolved' : status}`, { name: closed.by })}
          {closed.reason && <q>{closed.reason}</q>}
        </p>
      )}
      <Replies remark={remark} />
      <RemarkItemActs draft={draft} placed={placed} maySuggest={maySuggest} describedBy={id} />
    </li>
  )
})

const statusLooks: Readonly<Record<Exclude<RemarkStatus, 'open'>, string>> = {
  accepted: 'ok',
  refused: 'warn',
  resolved: 'ok',
  withdrawn: 'line',
}

function StatusSign({ status }: { status: Exclude<RemarkStatus, 'open'> }) {
  const { t } = useTranslation('remark')
  const Icon = status === 'accepted' || status === 'resolved' ? Check : status === 'refused' ? X : Undo2
  return (
    <span className={`chip ${statusLooks[status]}`}>
      <Icon className="i" aria-hidden="true" />
      {t(`status.${status}`)}
    </span>
  )
}

function CameFrom({ remark: { cameFrom } }: { remark: Remark }) {
  const { t } = useTranslation('remark')
  const group = useLiveRoom().join.room.groups.find(({ id }) => id === cameFrom?.groupId)
  return (
    <p className="remark-from xs">
      {t('cameFrom', { title: cameFrom?.title ?? '' })}
      {group && <Antenna wear={group.wear} place={group.place} size="mini" />}
    </p>
  )
}

function Replies({ remark: { replies } }: { remark: Remark }) {
  const { t } = useTranslation('remark')
  if (replies.length === 0) return null
  return (
    <ul className="remark-replies" aria-label={t('replies', { count: replies.length })}>
      {replies.map((reply) => (
        <li key={reply.id}>
          <AuthorLine by={reply.by} at={reply.at} />
          <NamedWords className="remark-text" words={reply.text} mentions={reply.mentions} />
        </li>
      ))}
    </ul>
  )
}
