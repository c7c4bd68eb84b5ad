// Once per room: what its texts, lists and forms of remarks share, the key that begins a remark, and the news of others.
import { type ReactNode, useEffect, useState } from 'react'
import { beginRemark } from '#client/features/remark/beginRemark.ts'
import { RemarkForms } from '#client/features/remark/RemarkForm.tsx'
import { RemarkDesk, RemarkDeskContext } from '#client/features/remark/remarkDesk.ts'
import { useRemarksFollowed } from '#client/features/remark/useRemarks.ts'
import '#client/features/remark/remark.css'

export function RemarkDeskProvider({ children }: { children: ReactNode }) {
  const [desk] = useState(() => new RemarkDesk())
  useRemarksFollowed()
  useRemarkKey(desk)
  return (
    <RemarkDeskContext value={desk}>
      {children}
      <RemarkForms />
    </RemarkDeskContext>
  )
}

/** Ctrl+Alt+M in a text: a remark on what is selected, or the way to the remark on the words at the caret. */
function useRemarkKey(desk: RemarkDesk): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // On many keyboards the right Alt key reads as both, and writes a sign.
      if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.getModifierState('AltGraph')) return
      if (event.code !== 'KeyM' && event.key.toLowerCase() !== 'm') return
      const text = desk.focusedText()
      if (!text || desk.state().writing) return
      event.preventDefault()
      event.stopPropagation()
      const [remark] = desk.selected(text.draft) ? [] : desk.remarksAt(text)
      if (remark === undefined) beginRemark(desk, text.draft)
      else desk.goToRemark(remark, text.element)
    }
    // Before the editor's own keys.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [desk])
}
