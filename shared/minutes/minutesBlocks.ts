// Writes the minutes of a session from what is known of it: at most two pages that a secretary would send.
import { heldWords } from '#shared/minutes/heldWords.ts'
import type { MinutesAgreement, MinutesDecision, MinutesFacts } from '#shared/minutes/minutesFacts.ts'
import { type MinutesLanguage, type MinutesWords, minutesWords } from '#shared/minutes/minutesWords.ts'

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

type Words = MinutesWords

const bullet = (key: string, text: string): MinutesBlock => ({ key, type: 'bullet', text })
const paragraph = (key: string, text: string): MinutesBlock => ({ key, type: 'paragraph', text })

const section = (key: string, title: string, content: readonly MinutesBlock[]): MinutesBlock[] =>
  content.length > 0 ? [{ key: `${key}:title`, type: 'heading', text: title }, ...content] : []

/** Lines without a name of their own are known by their words; the same words twice are said once. */
const lines = (kind: string, texts: readonly string[]): MinutesBlock[] =>
  [...new Set(texts)].map((text) => bullet(`${kind}:${shortName(text)}`, text))

/** Long words as a name: their beginning, and a sum of all of them. */
function shortName(text: string): string {
  let sum = 5381
  for (let at = 0; at < text.length; at++) sum = (sum * 33 + text.charCodeAt(at)) >>> 0
  return text.length <= 80 ? text : `${text.slice(0, 80)} ${sum.toString(36)}`
}

function opening(facts: MinutesFacts, words: Words): MinutesBlock[] {
  const { present, facilitators, secretary, places } = facts
  const said = [
    words.participants(present.room, present.remote),
    ...(facilitators.length > 0 ? [words.led(facilitators.join(', '))] : []),
    ...(secretary ? [words.secretary(secretary)] : []),
  ]
  return [
    paragraph('places', `${[...places, heldWords(facts, words)].join(' · ')}.`),
    paragraph('present', said.join(' ')),
  ]
}

const agenda = ({ steps }: MinutesFacts, words: Words): MinutesBlock[] =>
  steps.map(({ id, title, plannedMinutes, tookMinutes }) => {
    const held = tookMinutes === undefined ? words.notHeld : words.minutes(tookMinutes, plannedMinutes)
    return bullet(`step:${id}`, `${title}${words.colon}${held}`)
  })

/** [M2] What was put to a decision is told with every outcome, those with no voice included. */
const decisions = (facts: MinutesFacts, words: Words, measure: Measure): MinutesBlock[] =>
  facts.decisions.length + facts.outcomes.length + facts.agreements.length === 0
    ? [paragraph('decisions:none', words.noDecision)]
    : [
        ...facts.decisions.flatMap((decision) => decided(decision, words, measure)),
        ...facts.agreements.map((one) => bullet(`agreement:${one.kind}:${one.id}`, agreed(one, words))),
        ...facts.outcomes.map(({ id, text }) => bullet(`outcome:${id}`, text)),
      ]

function agreed(one: MinutesAgreement, { agreement, noTitle }: Words): string {
  switch (one.kind) {
    case 'adopted':
      return agreement.adopted(one.title || noTitle)
    case 'adopted-under-reserve':
      return agreement.reserved(one.title || noTitle)
    case 'separated':
      return agreement.separated(one.title || noTitle, one.why)
    case 'handed-over':
      return agreement.handedOver(one.count)
    case 'concluded':
      return agreement.concluded(one.why)
    case 'taken-back':
      return agreement.takenBack(one.why)
  }
}

/** A question mark needs no colon behind it. */
const asked = (question: string, { colon }: Words): string =>
  /[?!…]\s*$/.test(question) ? `${question.trim()} ` : `${question}${colon}`

function decided(decision: MinutesDecision, words: Words, { reasons }: Measure): MinutesBlock[] {
  const said = decision.reasons.slice(0, reasons).map((reason) => reason.replace(/[.\s]+$/, ''))
  const left = decision.reasons.length - said.length
  const why = [...said, ...(left > 0 ? [words.moreReasons(left)] : [])].join(words.between)
  const voices = decision.voices ? ` (${decision.voices})` : ''
  const outcomes = decision.outcomes.join(words.between)
  return [
    bullet(`decision:${decision.id}`, `${asked(decision.question, words)}${outcomes}${voices}`),
    ...(why ? [paragraph(`decision:${decision.id}:why`, `${words.because} ${why}`)] : []),
  ]
}

const drafts = ({ drafts: touched }: MinutesFacts, words: Words): MinutesBlock[] =>
  touched.map(({ id, code, title, change, added, removed }) => {
    const how = change === 'changed' ? `, ${words.words(added, removed)}` : ''
    const name = [code, title || words.noTitle].filter(Boolean).join(' ')
    return bullet(`draft:${id}`, `${name}${words.colon}${words.change[change]}${how}`)
  })

const notes = ({ frames }: MinutesFacts, words: Words, measure: Measure): MinutesBlock[] =>
  frames
    .filter((frame) => frame.notes.length > 0)
    .map((frame) => {
      const said = frame.notes.slice(0, measure.notes)
      const left = frame.notes.length - said.length
      const all = [...said, ...(left > 0 ? [words.more(left)] : [])].join(words.between)
      const title = frame.title || words.outside
      return bullet(`frame:${shortName(frame.title)}`, `${title}${words.colon}${all}`)
    })

const actions = (facts: MinutesFacts, words: Words): MinutesBlock[] =>
  facts.actions.map(({ id, what, who, when }) => {
    const by = words.by(who, when)
    return bullet(`action:${id}`, by ? `${what} (${by})` : what)
  })
