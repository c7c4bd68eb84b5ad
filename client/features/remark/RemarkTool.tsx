// Beside the tools of a text being written: a remark on what is selected, or on the whole draft.
import { MessageSquarePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { beginRemark } from '#client/features/remark/beginRemark.ts'
import { useRemarkDesk } from '#client/features/remark/remarkDesk.ts'
import { useRemarks } from '#client/features/remark/useRemarks.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { parseDocumentName } from '#shared/contract/documentName.ts'

export interface RemarkToolProps {
  readonly live: LiveDocument
  readonly draftId: string
}

export function RemarkTool({ live, draftId }: RemarkToolProps) {
  const desk = useRemarkDesk()
  const space = parseDocumentName(live.name)
  return desk && space?.kind === 'drafts' ? <Tool spaceId={space.id} draftId={draftId} /> : null
}

function Tool(draft: { readonly spaceId: string; readonly draftId: string }) {
  const { t } = useTranslation('remark')
  const desk = useRemarkDesk()
  const { answer } = useRemarks(draft)
  if (!desk || !answer?.may.remark) return null
  return (
    <button
      type="button"
      className="draft-tool draft-remark"
      data-act="remark.begin"
      aria-label={t('toolLabel')}
      title={t('toolLabel')}
      // The text keeps its selection while the tool is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => beginRemark(desk, draft)}
    >
      <MessageSquarePlus className="i" aria-hidden="true" />
    </button>
  )
}
