// The boards' work over HTTP.
import { request } from '#client/live/api.ts'
import type { OwnInput, SentInstructionActs } from '#shared/instruction/instructionActs.ts'
import type {
  DeskAnswer,
  GroupRulingsAnswer,
  InstructionAnswer,
} from '#shared/instruction/instructionAnswers.ts'

export const readOverview = (signal?: AbortSignal): Promise<InstructionAnswer> =>
  request('GET', '/api/instruction', undefined, { signal })

const boardPath = (board: string, ...rest: string[]): string =>
  ['/api/instruction', ...[board, ...rest].map(encodeURIComponent)].join('/')

export const readDesk = (board: string, signal?: AbortSignal): Promise<DeskAnswer> =>
  request('GET', boardPath(board, 'desk'), undefined, { signal })

export const pdfAddress = (board: string, language: string): string =>
  `${boardPath(board, 'queue.pdf')}?${new URLSearchParams({ lang: language })}`

export const sendOwn = (board: string, recommendation: string, change: OwnInput): Promise<unknown> =>
  request('PUT', boardPath(board, 'own', recommendation), change)

export const readGroupRulings = (group: string, signal?: AbortSignal): Promise<GroupRulingsAnswer> =>
  request('GET', `/api/groups/${encodeURIComponent(group)}/rulings`, undefined, { signal })

export type NewAct = Omit<SentInstructionActs['acts'][number], 'id'>

/** Each act has its id already: sent again after a line that broke it is the same act, and kept once. */
export const sendActs = (acts: SentInstructionActs['acts'], block?: number): Promise<unknown> =>
  request('POST', '/api/instruction/acts', {
    acts,
    ...(block === undefined ? {} : { block }),
  })
