// What is asked for and answered at `/api/library` and for a group's frame, questions and learning.
import { z } from 'zod'
import type { CardBeside } from '#shared/library/frame.ts'
import type { LearnedLine } from '#shared/library/learned.ts'
import {
  type CardKind,
  cardBody,
  type DocumentKind,
  documentBody,
  frameMarks,
  learnedBody,
  longest,
  type Phase,
  phases,
  questionBody,
} from '#shared/library/libraryEntries.ts'
import type { QuestionState } from '#shared/library/libraryRights.ts'
import type { DocumentBlock } from '#shared/library/paragraphs.ts'
import type { RoomGroup } from '#shared/room/join.ts'

const id = z.string().regex(/^[a-z0-9]{20,40}$/u)
const seen = z.number().int().min(0)

/** `id` is chosen by the browser, so that a retry is harmless. */
export const newCardInput = z.strictObject({
  id,
  card: cardBody.omit({ imported: true, fictional: true, why: true }),
})
export const correctCardInput = z.strictObject({
  seen,
  card: cardBody.omit({ imported: true, fictional: true }),
})
export const documentInput = z.strictObject({ seen, document: documentBody.omit({ fictional: true }) })
const asked = questionBody.options[0]
export const askInput = z.strictObject({
  id,
  question: asked.omit({ step: true, draft: true }),
  draftId: z.string().min(1).max(200).nullable(),
})
export const answerQuestionInput = z.strictObject({
  seen,
  text: z.string().trim().min(1).max(longest.answer),
  published: z.boolean(),
})
const saidLine = learnedBody.options[0]
export const learnedInput = z.strictObject({
  id,
  line: saidLine.pick({ kind: true, text: true, sessionId: true }),
})
export const phaseInput = z.strictObject({ seen, phase: z.enum(phases) })
export const markInput = z.strictObject({
  seen,
  draftId: z.string().min(1).max(200),
  cardId: z.string().min(1).max(200),
  mark: z.enum(frameMarks).nullable(),
  note: z.string().trim().max(longest.note),
})

export type NewCardInput = z.input<typeof newCardInput>
export type CorrectCardInput = z.input<typeof correctCardInput>
export type DocumentInput = z.input<typeof documentInput>
export type AskInput = z.input<typeof askInput>
export type AnswerQuestionInput = z.input<typeof answerQuestionInput>
export type LearnedInput = z.input<typeof learnedInput>
export type PhaseInput = z.input<typeof phaseInput>
export type MarkInput = z.input<typeof markInput>

export interface LibraryCard {
  readonly id: string
  readonly kind: CardKind
  readonly title: string
  readonly jurisdictions: readonly string[]
  readonly themeIds: readonly string[]
  readonly text: string
  readonly source: string
  readonly date: string
  readonly version: number
  /** Who wrote or corrected it here last; null for one that stands as it came. */
  readonly changed: { readonly day: string; readonly byName: string; readonly why: string } | null
}

export interface CardVersion extends Pick<LibraryCard, 'version' | 'title' | 'text' | 'source' | 'date'> {
  readonly changed: LibraryCard['changed']
}

export interface CardVersionsAnswer {
  readonly versions: readonly CardVersion[]
}

export interface LibraryTheme {
  readonly id: string
  readonly title: string
  readonly jurisdictions: readonly string[]
}

export interface DocumentHead {
  readonly id: string
  readonly kind: DocumentKind
  readonly title: string
  readonly language: string
  readonly date: string
  readonly version: number
  readonly paragraphs: number
  readonly fictional: boolean
}

export interface DocumentAnswer extends DocumentHead {
  readonly blocks: readonly DocumentBlock[]
  /** The words as they were given, for whoever may put a new version. */
  readonly source: string | null
  readonly newest: number
  readonly changed: LibraryCard['changed']
}

export interface LibraryQuestion {
  readonly id: string
  readonly group: RoomGroup
  readonly text: string
  readonly due: string
  readonly asked: { readonly day: string; readonly byName: string }
  readonly themeId: string | null
  readonly cardId: string | null
  /** Null also where the text is not the reader's to know of. */
  readonly draft: { readonly title: string } | null
  readonly state: QuestionState
  readonly version: number
  readonly published: boolean
  readonly answers: readonly { readonly text: string; readonly day: string; readonly byName: string }[]
  /** The reader asked it and has not yet said that the answer was read. */
  readonly toRead: boolean
  readonly mayAnswer: boolean
}

export interface LibraryAnswer {
  readonly today: string
  /** Of the cycle's own words. */
  readonly language: string
  readonly you: {
    readonly signedIn: boolean
    readonly keepsCards: boolean
    readonly keepsDocuments: boolean
    readonly answers: boolean
    /** In whose name a question may be asked. */
    readonly groups: readonly RoomGroup[]
  }
  readonly themes: readonly LibraryTheme[]
  readonly jurisdictions: readonly { readonly code: string; readonly name: string }[]
  readonly cards: readonly LibraryCard[]
  readonly documents: readonly DocumentHead[]
  readonly questions: readonly LibraryQuestion[]
  readonly learned: readonly LearnedLine[]
  readonly places: Readonly<Record<string, string>>
  readonly terms: number
}

export interface BriefAnswer {
  readonly theme: LibraryTheme & { readonly question: string; readonly why: string; readonly by: string }
  readonly groups: readonly RoomGroup[]
  readonly cards: readonly LibraryCard[]
  /** Of earlier cycles, the nearest first. */
  readonly earlier: readonly {
    readonly id: string
    readonly year: number
    readonly place: string
    readonly title: string
    readonly outcome: string
    readonly reason: string
  }[]
  readonly questions: readonly LibraryQuestion[]
}

export interface LearnedAnswer {
  readonly lines: readonly LearnedLine[]
  /** Those that were held, the newest first. */
  readonly sessions: readonly { readonly id: string; readonly date: string; readonly subject: string }[]
  readonly maySay: boolean
}

export interface FrameCard extends CardBeside {
  readonly card: Pick<LibraryCard, 'id' | 'title' | 'text' | 'source' | 'date' | 'kind' | 'jurisdictions'>
}

export interface FrameAnswer {
  readonly groupId: string
  readonly themeId: string
  /** Of the cycle's own words. */
  readonly language: string
  readonly phase: Phase
  readonly phaseVersion: number
  readonly switched: { readonly day: string; readonly byName: string } | null
  readonly maySwitch: boolean
  readonly mayMark: boolean
  readonly today: string
  readonly drafts: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly summary: string
    /** Its writers keep it outside on purpose: the cards say nothing against it. */
    readonly outOfTheBox: boolean
    readonly cards: readonly FrameCard[]
  }[]
}
