// A form of a remark as it was left, and its way to the server. The id is chosen once: sending it again says nothing twice.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MentionedWords, mentionsIn, noWords } from '#client/features/remark/MentionText.tsx'
import { draftKey, type Writing } from '#client/features/remark/remarkDesk.ts'
import { problemOf, type RemarkProblem } from '#client/features/remark/remarkProblem.ts'
import { unsent, useUnsent } from '#client/features/remark/unsent.ts'
import { useKeepRemark } from '#client/features/remark/useRemarks.ts'
import { askRemark, editRemark, type RemarkedDraft, renewRemark } from '#client/live/apiRemarks.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { randomId } from '#shared/contract/ids.ts'
import type { Remark, RemarkAnchor, RemarkKind } from '#shared/remark/remark.ts'

export interface UnsentRemark {
  readonly id: string
  readonly writing: Writing
  /** The passage, as selected or as chosen in the form. */
  readonly anchor: RemarkAnchor | null
  readonly kind: RemarkKind
  readonly words: MentionedWords
  readonly proposal: string
}

export const unsentKey = (draft: Writing['draft']): string => `form:${draftKey(draft)}`

export const sameForm = (a: Writing, b: Writing): boolean =>
  a.anchor?.quote === b.anchor?.quote &&
  a.anchor?.start === b.anchor?.start &&
  a.of?.act === b.of?.act &&
  a.of?.remark.id === b.of?.remark.id

/** What was typed of the same before, or a new one. */
export function begun(writing: Writing): UnsentRemark {
  const kept = unsent<UnsentRemark>(unsentKey(writing.draft))
  if (kept && sameForm(kept.writing, writing)) return kept
  const { of, anchor, kind } = writing
  return {
    id: randomId(),
    writing,
    anchor,
    kind: of?.remark.kind ?? kind,
    words: of?.act === 'edit' ? { text: of.remark.text, mentions: of.remark.mentions } : noWords,
    proposal: of?.remark.proposal ?? anchor?.quote ?? '',
  }
}

export type RemarkFault = 'empty' | 'same' | 'lines'

export function faultOf({ kind, words, proposal, anchor }: UnsentRemark): RemarkFault | undefined {
  if (kind === 'comment') return words.text.trim() === '' ? 'empty' : undefined
  const quote = anchor?.quote ?? ''
  if (proposal === quote) return 'same'
  return proposal.split('\n').length === quote.split('\n').length ? undefined : 'lines'
}

interface Sending {
  readonly send: () => Promise<void>
  readonly isSending: boolean
  readonly problem: RemarkProblem | undefined
}

export function useSending(form: UnsentRemark, close: () => void): Sending {
  const { t } = useTranslation('remark')
  const { code } = useLiveRoom().join.room
  const { draft } = form.writing
  const queries = useQueryClient()
  const keepRemark = useKeepRemark(draft)
  const [, keep] = useUnsent<UnsentRemark>(unsentKey(draft))
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<RemarkProblem>()
  const send = async (): Promise<void> => {
    if (isSending) return
    setSending(true)
    setProblem(undefined)
    try {
      keepRemark(await sentAfterItsWords({ code, ...draft }, form))
      keep(undefined)
      announce(t('said.sent'))
      close()
    } catch (error) {
      setProblem(problemOf(error))
      void queries.invalidateQueries({ queryKey: ['remarks', code] })
    } finally {
      setSending(false)
    }
  }
  return { send, isSending, problem }
}

/** Milliseconds in which words that were only just typed reach the server. */
const wordsArriveIn = 700

/** A remark may overtake the words that it is about: they come by another way. The same id says nothing twice. */
async function sentAfterItsWords(place: RemarkedDraft, form: UnsentRemark): Promise<Remark> {
  try {
    return await sent(place, form)
  } catch (error) {
    if (problemOf(error) !== 'remark-stale') throw error
    await new Promise((resolve) => setTimeout(resolve, wordsArriveIn))
    return sent(place, form)
  }
}

function sent(
  place: RemarkedDraft,
  { id, writing, anchor, kind, words, proposal }: UnsentRemark,
): Promise<Remark> {
  const { of } = writing
  const text = words.text.trim()
  if (of?.act === 'edit')
    return editRemark(place, of.remark.id, { text, proposal: kind === 'suggestion' ? proposal : null })
  if (of && anchor) return renewRemark(place, of.remark.id, { anchor, proposal })
  return askRemark(place, {
    id,
    kind,
    anchor,
    text,
    proposal: kind === 'suggestion' ? proposal : null,
    mentions: mentionsIn(words),
  })
}
