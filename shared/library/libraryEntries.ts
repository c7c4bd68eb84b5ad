// What people add to the library: cards, documents, questions, what was learnt, phases and marks, each kept entry after entry.
import { z } from 'zod'

export const cardKinds = ['legal', 'budget', 'it', 'statutes', 'project', 'pilot', 'staffing'] as const
export type CardKind = (typeof cardKinds)[number]

/** What is under way; everything else is a constraint. */
const underWay: readonly CardKind[] = ['it', 'project', 'pilot']
export const isUnderWay = (kind: CardKind): boolean => underWay.includes(kind)

export const documentKinds = ['project', 'statutes', 'rules', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Characters. */
export const longest = {
  ...{ title: 400, card: 8_000, source: 600, why: 300, document: 120_000 },
  ...{ question: 500, answer: 2_000, learned: 300, note: 240 },
} as const

const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const key = z.string().min(1).max(200)
const keys = z.array(key).max(200)
const words = (most: number) => z.string().trim().min(1).max(most)
const maybeWords = (most: number) => z.string().trim().max(most)

export const cardBody = z.strictObject({
  kind: z.enum(cardKinds),
  title: words(longest.title),
  jurisdictions: keys,
  themeIds: keys,
  text: words(longest.card),
  source: maybeWords(longest.source),
  /** Of the information itself, not of the day on which it was written here. */
  date: day,
  /** Whether the card came with the cycle's file: then this entry corrects it. */
  imported: z.boolean(),
  /** Null where the cycle's file did not say. */
  fictional: z.boolean().nullable(),
  /** Of a correction: what changed and why. */
  why: maybeWords(longest.why),
})

export const documentBody = z.strictObject({
  kind: z.enum(documentKinds),
  title: words(longest.title),
  language: z.string().regex(/^[a-z]{2}$/),
  /** The day from which it holds. */
  date: day,
  text: words(longest.document),
  fictional: z.boolean(),
  why: maybeWords(longest.why),
})

export const questionBody = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('asked'),
    text: words(longest.question),
    /** The day by which the group needs the answer. */
    due: day,
    themeId: key.nullable(),
    cardId: key.nullable(),
    draft: z.strictObject({ id: key, title: maybeWords(400) }).nullable(),
  }),
  z.strictObject({
    step: z.literal('answered'),
    text: words(longest.answer),
    /** Whether other groups and whoever reads the library are shown the question and its answer. */
    published: z.boolean(),
  }),
  z.strictObject({ step: z.literal('seen') }),
])

export const learnedKinds = ['learned', 'open'] as const
export const learnedBody = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('said'),
    kind: z.enum(learnedKinds),
    text: words(longest.learned),
    sessionId: key,
    sessionDate: day,
    themeId: key,
  }),
  z.strictObject({ step: z.literal('withdrawn') }),
])

export const phases = ['free', 'framed'] as const
export type Phase = (typeof phases)[number]
export const phaseBody = z.strictObject({ phase: z.enum(phases) })

/** « Réalité », « hors cadre assumé », « à demander ». */
export const frameMarks = ['reality', 'outside', 'ask'] as const
export type FrameMark = (typeof frameMarks)[number]
export const markBody = z.strictObject({
  draftId: key,
  cardId: key,
  /** Null takes the mark back; what it was stays kept. */
  mark: z.enum(frameMarks).nullable(),
  note: maybeWords(longest.note),
})

export const entryKinds = ['card', 'document', 'question', 'learned', 'phase', 'mark'] as const
export type EntryKind = (typeof entryKinds)[number]

export const entryBodies = {
  card: cardBody,
  document: documentBody,
  question: questionBody,
  learned: learnedBody,
  phase: phaseBody,
  mark: markBody,
} as const satisfies Readonly<Record<EntryKind, z.ZodType>>
export type EntryBody<K extends EntryKind> = z.output<(typeof entryBodies)[K]>

export interface LibraryEntry<K extends EntryKind = EntryKind> {
  readonly kind: K
  /** What it is about: a card, a document, a question, a line that was learnt, a group, or a draft with a card. */
  readonly subject: string
  /** 1 for the first one. */
  readonly version: number
  readonly groupId: string | null
  readonly body: EntryBody<K>
  /** `YYYY-MM-DD` as the cooperative or its demo counts days. */
  readonly day: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `account:…`, `device:…` (a hash) or `link:…`. */
  readonly by: string
  readonly byName: string
}

/** The entries of each subject, in the order in which they were made. */
export function bySubject<K extends EntryKind>(
  entries: readonly LibraryEntry<K>[],
): ReadonlyMap<string, readonly LibraryEntry<K>[]> {
  const found = new Map<string, LibraryEntry<K>[]>()
  for (const entry of entries) {
    const held = found.get(entry.subject)
    if (held) held.push(entry)
    else found.set(entry.subject, [entry])
  }
  return found
}
