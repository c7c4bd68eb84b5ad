// On a draft's line: how many remarks wait there, and whether one names the reader.
import { AtSign, MessageSquareText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type DraftPlace, useRemarkDesk } from '#client/features/remark/remarkDesk.ts'
import { useRemarkCounts } from '#client/features/remark/useRemarks.ts'

export function RemarkBadge(draft: DraftPlace) {
  return useRemarkDesk() ? <Badge {...draft} /> : null
}

function Badge({ spaceId, draftId }: DraftPlace) {
  const { t } = useTranslation('remark')
  const counts = useRemarkCounts()?.drafts.find((one) => one.spaceId === spaceId && one.draftId === draftId)
  if (!counts) return null
  return (
    <>
      {counts.mentions > 0 && (
        <span className="chip info" data-remark-badge="mention">
          <AtSign className="i" aria-hidden="true" />
          {t('namedBadge')}
        </span>
      )}
      {counts.open > 0 && (
        <span className="chip" data-remark-badge="open">
          <MessageSquareText className="i" aria-hidden="true" />
          {t('badge', { count: counts.open })}
        </span>
      )}
    </>
  )
}
