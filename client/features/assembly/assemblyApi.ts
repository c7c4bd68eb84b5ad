// The assembly over HTTP.
import { request } from '#client/live/api.ts'
import type {
  DeskAnswer,
  LiveAnswer,
  NamesAnswer,
  OwnAssembly,
  PlanVoteAnswer,
  ScreenState,
} from '#shared/assembly/assemblyAnswers.ts'
import type { BallotInput, Paper } from '#shared/assembly/ballot.ts'
import type { Deck } from '#shared/assembly/deck.ts'

const at = '/api/assembly'
const read =
  <Answer>(path: string) =>
  (signal?: AbortSignal): Promise<Answer> =>
    request('GET', `${at}${path}`, undefined, { signal })

export const readDeck = read<Deck>('')
/** The browser sends the mark of the answer it holds, and is told when nothing has changed. */
export const readLive = read<LiveAnswer>('/live')
export const readOwn = read<OwnAssembly>('/me')
export const readDesk = read<DeskAnswer>('/desk')
export const readPlanVotes = read<PlanVoteAnswer>('/plan-vote')

export const show = (screen: Pick<ScreenState, 'slideId' | 'over'>): Promise<unknown> =>
  request('PUT', `${at}/screen`, screen)
export const keepNote = (slideId: string, text: string): Promise<unknown> =>
  request('PUT', `${at}/notes/${encodeURIComponent(slideId)}`, { text })

export const askQuestion = (question: { text: string; name: string }): Promise<unknown> =>
  request('POST', `${at}/questions`, question)
const question = (id: string): string => `${at}/questions/${encodeURIComponent(id)}`
export const support = (id: string, on: boolean): Promise<unknown> =>
  request('PUT', `${question(id)}/support`, { on })
export const moderate = (
  id: string,
  act: { state: 'shown' | 'answered' | 'aside'; note: string },
): Promise<unknown> => request('POST', `${question(id)}/moderation`, act)

export const makeBallot = (ballot: Partial<BallotInput>): Promise<{ id: string }> =>
  request('POST', `${at}/ballots`, ballot)
const ballot = (id: string, act: string): string => `${at}/ballots/${encodeURIComponent(id)}/${act}`
export const openBallot = (id: string): Promise<unknown> => request('POST', ballot(id, 'open'), {})
export const withdrawBallot = (id: string): Promise<unknown> => request('POST', ballot(id, 'withdraw'), {})
export const closeBallot = (id: string, presidedBy: string): Promise<unknown> =>
  request('POST', ballot(id, 'close'), { presidedBy })
export const countHands = (id: string, paper: Paper, count: number): Promise<unknown> =>
  request('POST', ballot(id, 'hand'), { paper, count })
export const withdrawHands = (id: string, withdraw: string): Promise<unknown> =>
  request('POST', ballot(id, 'hand'), { withdraw })
export const castVote = (id: string, paper: Paper, voiceOf: string): Promise<unknown> =>
  request('POST', ballot(id, 'cast'), { paper, for: voiceOf })
export const readNames = (id: string): Promise<NamesAnswer> => request('GET', ballot(id, 'names'))
