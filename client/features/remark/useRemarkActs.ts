// Deciding, answering and taking back: sent once, said in words, and read anew where the server says no.
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftPlace } from '#client/features/remark/remarkDesk.ts'
import { problemOf } from '#client/features/remark/remarkProblem.ts'
import { useKeepRemark } from '#client/features/remark/useRemarks.ts'
import {
  acceptRemark,
  answerRemark,
  type RemarkedDraft,
  refuseRemark,
  reopenRemark,
  resolveRemark,
  withdrawRemark,
} from '#client/live/apiRemarks.ts'
import { useLiveRoom } from '#client/live/useLiveRoom.tsx'
import { announce } from '#client/ui/announcer.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { AnswerRemark, Remark } from '#shared/remark/remark.ts'

/** Each resolves with whether it was done. */
export interface RemarkActs {
  accept(id: string): Promise<boolean>
  refuse(id: string, reason: string): Promise<boolean>
  answer(id: string, answer: AnswerRemark): Promise<boolean>
  resolve(id: string): Promise<boolean>
  reopen(id: string): Promise<boolean>
  withdraw(id: string): Promise<boolean>
}

export function useRemarkActs(draft: DraftPlace): RemarkActs {
  const { t } = useTranslation('remark')
  const { code } = useLiveRoom().join.room
  const queries = useQueryClient()
  const keep = useKeepRemark(draft)
  const { spaceId, draftId } = draft
  return useMemo(() => {
    const place: RemarkedDraft = { code, spaceId, draftId }
    const doing = async (sent: Promise<Remark>, said: string): Promise<boolean> => {
      try {
        keep(await sent)
        announce(said)
        return true
      } catch (error) {
        showToast({ text: t(`problem.${problemOf(error)}`), tone: 'problem' })
        void queries.invalidateQueries({ queryKey: ['remarks', code, spaceId, draftId] })
        return false
      }
    }
    return {
      accept: (id) => doing(acceptRemark(place, id), t('said.accepted')),
      refuse: (id, reason) => doing(refuseRemark(place, id, reason), t('said.refused')),
      answer: (id, answer) => doing(answerRemark(place, id, answer), t('said.answered')),
      resolve: (id) => doing(resolveRemark(place, id), t('said.resolved')),
      reopen: (id) => doing(reopenRemark(place, id), t('said.reopened')),
      withdraw: (id) => doing(withdrawRemark(place, id), t('said.withdrawn')),
    }
  }, [code, spaceId, draftId, keep, queries, t])
}
