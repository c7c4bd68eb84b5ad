// The consultation over HTTP.
import type { z } from 'zod'
import { request } from '#client/live/api.ts'
import type {
  ConsultationAnswer,
  LiveAnswer,
  PresentingAnswer,
  TextAnswer,
} from '#shared/consultation/consultationAnswers.ts'
import type {
  amendInput,
  moderationInput,
  presentationInput,
  questionInput,
  ressentiInput,
} from '#shared/consultation/consultationInputs.ts'

const root = '/api/consultation'
const part = encodeURIComponent

export const readConsultation = (signal?: AbortSignal): Promise<ConsultationAnswer> =>
  request('GET', root, undefined, { signal })
export const readText = (id: string, signal?: AbortSignal): Promise<TextAnswer> =>
  request('GET', `${root}/${part(id)}`, undefined, { signal })

export const sendRessenti = (id: string, felt: z.input<typeof ressentiInput>): Promise<TextAnswer> =>
  request('PUT', `${root}/${part(id)}/ressenti`, felt)
export const sendQuestion = (id: string, question: z.input<typeof questionInput>): Promise<unknown> =>
  request('POST', `${root}/${part(id)}/questions`, question)
export const sendReply = (questionId: string, text: string): Promise<unknown> =>
  request('POST', `${root}/questions/${part(questionId)}/replies`, { text })
export const sendModeration = (act: z.input<typeof moderationInput>): Promise<unknown> =>
  request('POST', `${root}/moderation`, act)
export const sendAmendment = (id: string, amendment: z.input<typeof amendInput>): Promise<unknown> =>
  request('POST', `${root}/${part(id)}/amendment`, amendment)
export const sendKept = (id: string, kept: { seen: string; why: string }): Promise<unknown> =>
  request('POST', `${root}/${part(id)}/kept`, kept)
export const setClosing = (closesOn: string | null): Promise<unknown> =>
  request('PUT', `${root}/closing`, { closesOn })

export const planPresentation = (about: z.input<typeof presentationInput>): Promise<unknown> =>
  request('POST', `${root}/presentations`, about)
export const cancelPresentation = (id: string): Promise<unknown> =>
  request('PUT', `${root}/presentations/${part(id)}/cancelled`, { cancelled: true })
export const sayComing = (id: string, coming: boolean, name: string): Promise<unknown> =>
  request('PUT', `${root}/presentations/${part(id)}/coming`, { coming, name })
export const calendarPath = (id: string): string => `${root}/presentations/${part(id)}/calendar.ics`

export const readLive = (code: string, signal?: AbortSignal): Promise<LiveAnswer> =>
  request('GET', `${root}/live/${part(code)}`, undefined, { signal })
export const enterLive = (code: string): Promise<LiveAnswer> =>
  request('POST', `${root}/live/${part(code)}/enter`, {})
export const liveQrPath = (code: string): string => `${root}/live/${part(code)}/qr.svg`
export const readPresenting = (id: string, signal?: AbortSignal): Promise<PresentingAnswer> =>
  request('GET', `${root}/presenting/${part(id)}`, undefined, { signal })
export const sendStep = (
  id: string,
  step: { recommendationId: string | null; open: boolean },
): Promise<unknown> => request('POST', `${root}/presenting/${part(id)}/step`, step)
