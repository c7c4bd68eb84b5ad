// The library over HTTP.
import { request } from '#client/live/api.ts'
import type { GlossaryAnswer } from '#shared/library/glossary.ts'
import type {
  AnswerQuestionInput,
  AskInput,
  BriefAnswer,
  CardVersionsAnswer,
  CorrectCardInput,
  DocumentAnswer,
  DocumentInput,
  FrameAnswer,
  LearnedAnswer,
  LearnedInput,
  LibraryAnswer,
  MarkInput,
  NewCardInput,
  PhaseInput,
} from '#shared/library/libraryAnswers.ts'

const to = (...parts: string[]): string => ['/api', ...parts.map(encodeURIComponent)].join('/')
/** What a group's personal link sends along; empty for everybody else. */
export type LinkHeaders = Readonly<Record<string, string>>

export const readLibrary = (signal?: AbortSignal): Promise<LibraryAnswer> =>
  request('GET', to('library'), undefined, { signal })
export const readGlossary = (signal?: AbortSignal): Promise<GlossaryAnswer> =>
  request('GET', to('library', 'glossary'), undefined, { signal })
export const readBrief = (theme: string, signal?: AbortSignal): Promise<BriefAnswer> =>
  request('GET', to('library', 'briefs', theme), undefined, { signal })
export const readCardVersions = (id: string, signal?: AbortSignal): Promise<CardVersionsAnswer> =>
  request('GET', to('library', 'cards', id), undefined, { signal })
export const addCard = (input: NewCardInput): Promise<LibraryAnswer> =>
  request('POST', to('library', 'cards'), input)
export const correctCard = (id: string, input: CorrectCardInput): Promise<LibraryAnswer> =>
  request('PUT', to('library', 'cards', id), input)

export const readDocument = (
  id: string,
  version: string | null,
  signal?: AbortSignal,
): Promise<DocumentAnswer> =>
  request(
    'GET',
    `${to('library', 'documents', id)}${version === null ? '' : `?version=${encodeURIComponent(version)}`}`,
    undefined,
    { signal },
  )
export const putDocument = (id: string, input: DocumentInput): Promise<DocumentAnswer> =>
  request('PUT', to('library', 'documents', id), input)

export const ask = (group: string, input: AskInput): Promise<unknown> =>
  request('POST', to('groups', group, 'questions'), input)
export const answerQuestion = (id: string, input: AnswerQuestionInput): Promise<unknown> =>
  request('POST', to('library', 'questions', id, 'answers'), input)
export const sawAnswer = (id: string): Promise<unknown> =>
  request('POST', to('library', 'questions', id, 'seen'), {})

export const readLearned = (
  group: string,
  headers: LinkHeaders,
  signal?: AbortSignal,
): Promise<LearnedAnswer> => request('GET', to('groups', group, 'learned'), undefined, { headers, signal })
export const sayLearned = (
  group: string,
  input: LearnedInput,
  headers: LinkHeaders,
): Promise<LearnedAnswer> => request('POST', to('groups', group, 'learned'), input, { headers })
export const withdrawLearned = (group: string, id: string, headers: LinkHeaders): Promise<LearnedAnswer> =>
  request('DELETE', to('groups', group, 'learned', id), undefined, { headers })
export const learnedFile = (language: string): string => `${to('library', 'learned.md')}?lang=${language}`

export const readFrame = (
  group: string,
  draftId: string | undefined,
  signal?: AbortSignal,
): Promise<FrameAnswer> =>
  request(
    'GET',
    `${to('groups', group, 'frame')}${draftId === undefined ? '' : `?draft=${encodeURIComponent(draftId)}`}`,
    undefined,
    { signal },
  )
export const switchPhase = (group: string, input: PhaseInput): Promise<FrameAnswer> =>
  request('PUT', to('groups', group, 'frame'), input)
export const markCard = (group: string, input: MarkInput): Promise<FrameAnswer> =>
  request('PUT', to('groups', group, 'frame', 'marks'), input)
