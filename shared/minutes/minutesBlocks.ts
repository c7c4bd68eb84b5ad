// Writes the minutes of a session from what is known of it: at most two pages that a secretary would send.
import type { MinutesFacts } from '#shared/minutes/minutesFacts.ts'
import { type MinutesLanguage, minutesWords } from '#shared/minutes/minutesWords.ts'

/** One paragraph, heading or point. The key says what it is about, whatever its words are this time. */
export interface MinutesBlock {
  readonly key: string
  readonly type: 'heading' | 'paragraph' | 'bullet'
  readonly text: string
}

/** Words on two pages of a document in a common size. */
export const twoPages = 850

/** [M1] Notes are the first to be shortened, then reasons: decisions, texts and actions never are. */
const measures = [
  { notes: 12, reasons: 8 },
  { notes: 6, reasons: 6 },
  { notes: 3, reasons: 4 },
  { notes: 1, reasons: 3 },
  { notes: 0, reasons: 2 },
] as const
type Measure = (typeof measures)[number]

export function minutesBlocks(facts: MinutesFacts, language: MinutesLanguage): MinutesBlock[] {
  const tries = measures.map((measure) => blocksWithin(facts, language, measure))
  return tries.find((blocks) => wordCount(blocks) <= twoPages) ?? (tries.at(-1) as MinutesBlock[]) // the list is not empty
}

export const wordCount = (blocks: readonly MinutesBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0)

function blocksWithin(facts: MinutesFacts, language: MinutesLanguage, measure: Measure): MinutesBlock[] {
  const words = minutesWords[language]
  return [
    ...opening(facts, words),
    ...section('agenda', words.agenda, agenda(facts, words)),
    ...section('decisions', words.decisions, decisions(facts, words, measure)),
    ...section('drafts', words.drafts, drafts(facts, words)),
    ...section('notes', words.notes, notes(facts, words, measure)),
    ...section('learnt', words.learnt, lines('learnt', facts.learnt)),
    ...section('questions', words.questions, lines('question', facts.questions)),
    ...section('actions', words.actions, actions(facts, words)),
  ]
}

type Words = (typeof minutesWords)[MinutesLanguage]

const bullet = (key: string, text: string): MinutesBlock => ({ key, type: 'bullet', text })
const paragraph = (key: string, text: string): MinutesBlock => ({ key, type: 'paragraph', text })

const section = (key: string, title: string, content: readonly MinutesBlock[]): MinutesBlock[] =>
  content.length > 0 ? [{ key: `${key}:title`, type: 'heading', text: title }, ...content] : []

/** Lines without a name of their own are known by their words. */
const lines = (kind: string, texts: readonly string[]): MinutesBlock[] =>
  texts.map((text) => bullet(`${kind}:${text}`, text))

function opening({ present, facilitators, secretary, places }: MinutesFacts, words: Words): MinutesBlock[] {
  const said = [
    words.participants(present.room, present.remote),
    ...(facilitators.length > 0 ? [words.led(facilitators.join(', '))] : []),
    ...(secretary ? [words.secretary(secretary)] : []),
  ]
  return [
    ...(places.length > 0 ? [paragraph('places', `${places.join(' · ')}.`)] : []),
    paragraph('present', said.join(' ')),
  ]
}

const agenda = ({ steps }: MinutesFacts, words: Words): MinutesBlock[] =>
  steps.map(({ id, title, plannedMinutes, tookMinutes }) => {
    const held = tookMinutes === undefined ? words.notHeld : words.minutes(tookMinutes, plannedMinutes)
    return bullet(`step:${id}`, `${title}${words.colon}${held}`)
  })

/** [M2] What was put to a decision is told with every outcome, those with no voice included. */
const decisions = (facts: MinutesFacts, words: Words, { reasons }: Measure): MinutesBlock[] =>
  facts.decisions.length === 0
    ? [paragraph('decisions:none', words.noDecision)]
    : facts.decisions.flatMap((decision) => {
        const said = decision.reasons.slice(0, reasons)
        const left = decision.reasons.length - said.length
        const why = [...said, ...(left > 0 ? [words.more(left)] : [])].join(' ; ')
        return [
          bullet(
            `decision:${decision.id}`,
            `${decision.question}${words.colon}${decision.outcomes.join(' ; ')}`,
          ),
          ...(why ? [paragraph(`decision:${decision.id}:why`, `${words.because} ${why}`)] : []),
        ]
      })

const drafts = ({ drafts: touched }: MinutesFacts, words: Words): MinutesBlock[] =>
  touched.map(({ id, code, title, change, added, removed }) => {
    const how = change === 'changed' ? `, ${words.words(added, removed)}` : ''
    return bullet(`draft:${id}`, `${code} ${title}${words.colon}${words.change[change]}${how}`)
  })

const notes = ({ frames }: MinutesFacts, words: Words, measure: Measure): MinutesBlock[] =>
  frames
    .filter((frame) => frame.notes.length > 0)
    .map((frame) => {
      const said = frame.notes.slice(0, measure.notes)
      const left = frame.notes.length - said.length
      const all = [...said, ...(left > 0 ? [words.more(left)] : [])].join(' ; ')
      return bullet(`frame:${frame.title}`, `${frame.title}${words.colon}${all}`)
    })

const actions = ({ actions: decided }: MinutesFacts, words: Words): MinutesBlock[] =>
  decided.map(({ id, what, who, when }) => bullet(`action:${id}`, `${what} (${words.by(who, when)})`))
