// From what is selected on the page to an open form.
import i18next from 'i18next'
import type { DraftPlace, RemarkDesk } from '#client/features/remark/remarkDesk.ts'
import { showToast } from '#client/ui/toasts.tsx'
import { draftsOf } from '#shared/draft/draftModel.ts'
import { anchorOf } from '#shared/remark/anchor.ts'
import { quoteLimit, type RemarkKind } from '#shared/remark/remark.ts'

/** On the selected passage of a draft, or on the draft as a whole where nothing is selected in it. */
export function beginRemark(desk: RemarkDesk, draft: DraftPlace, kind: RemarkKind = 'comment'): void {
  const found = desk.selected(draft)
  if (!found) return desk.begin({ draft, anchor: null, kind: 'comment' })
  const map = draftsOf(found.text.doc).get(draft.draftId)
  const { from, to } = found.selected
  const anchor = map && anchorOf(map, found.text.place, [from, to])
  if (anchor) desk.begin({ draft, anchor, kind })
  else showToast({ text: i18next.t('remark:tooLong', { limit: quoteLimit }), tone: 'problem' })
}
