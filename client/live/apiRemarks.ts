// Remarks on drafts over HTTP: reading them, saying one, answering, deciding, and who may be named.
import { type RequestOptions, request } from '#client/live/api.ts'
import type {
  AnswerRemark,
  AskRemark,
  EditRemark,
  MentionableAnswer,
  MentionsAnswer,
  Remark,
  RemarkCounts,
  RemarksAnswer,
  RenewRemark,
} from '#shared/remark/remark.ts'

/** The draft in which a remark is listed, also of one that came along with a merge. */
export interface RemarkedDraft {
  /** Of the room. */
  readonly code: string
  readonly spaceId: string
  readonly draftId: string
}

const path = (...parts: readonly string[]): string => ['/api', ...parts.map(encodeURIComponent)].join('/')
const remarks = ({ code, spaceId, draftId }: RemarkedDraft, ...more: readonly string[]): string =>
  path('rooms', code, 'drafts', spaceId, draftId, 'remarks', ...more)

export const readRemarks = (draft: RemarkedDraft, options?: RequestOptions): Promise<RemarksAnswer> =>
  request('GET', remarks(draft), undefined, options)

export const readRemarkCounts = (code: string, options?: RequestOptions): Promise<RemarkCounts> =>
  request('GET', path('rooms', code, 'remarks', 'counts'), undefined, options)

export const readMentionable = (
  code: string,
  typed: string,
  options?: RequestOptions,
): Promise<MentionableAnswer> =>
  request('GET', `${path('rooms', code, 'mentionable')}?q=${encodeURIComponent(typed)}`, undefined, options)

export const readOwnMentions = (options?: RequestOptions): Promise<MentionsAnswer> =>
  request('GET', path('me', 'mentions'), undefined, options)

export const readGroupMentions = (group: string, options?: RequestOptions): Promise<MentionsAnswer> =>
  request('GET', path('groups', group, 'mentions'), undefined, options)

/** Each of these answers with the remark as it stands now, and may be sent again. */
export const askRemark = (draft: RemarkedDraft, input: AskRemark): Promise<Remark> =>
  request('POST', remarks(draft), input)

export const answerRemark = (draft: RemarkedDraft, id: string, input: AnswerRemark): Promise<Remark> =>
  request('POST', remarks(draft, id, 'replies'), input)

export const editRemark = (draft: RemarkedDraft, id: string, input: EditRemark): Promise<Remark> =>
  request('PUT', remarks(draft, id), input)

/** Refused with `remark-stale` when the words have changed since: the remark's `standing` then says how they read. */
export const acceptRemark = (draft: RemarkedDraft, id: string): Promise<Remark> =>
  request('POST', remarks(draft, id, 'accept'), {})

export const refuseRemark = (draft: RemarkedDraft, id: string, reason: string): Promise<Remark> =>
  request('POST', remarks(draft, id, 'refuse'), { reason })

export const renewRemark = (draft: RemarkedDraft, id: string, input: RenewRemark): Promise<Remark> =>
  request('POST', remarks(draft, id, 'renew'), input)

export const resolveRemark = (draft: RemarkedDraft, id: string): Promise<Remark> =>
  request('POST', remarks(draft, id, 'resolve'), {})

export const reopenRemark = (draft: RemarkedDraft, id: string): Promise<Remark> =>
  request('POST', remarks(draft, id, 'reopen'), {})

export const withdrawRemark = (draft: RemarkedDraft, id: string): Promise<Remark> =>
  request('POST', remarks(draft, id, 'withdraw'), {})

/** The asking person has looked at what names them in this draft. */
export const markMentionsSeen = (draft: RemarkedDraft): Promise<void> =>
  request('POST', remarks(draft, 'seen'), {})
