// A group's list as a document, in the manner of its former pad: who worked on it, whether its content is frozen, each text whole.
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import { blockText } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import {
  type ExportBlock,
  type ExportDocument,
  heading,
  lead,
  list,
  paragraph,
  remark,
  said,
  saidBlocks,
  saidParagraphs,
  told,
} from '#shared/exports/exportDocument.ts'
import {
  type ExportFrame,
  type ExportGroup,
  fact,
  labelled,
  placeOf,
  subtitleOf,
} from '#shared/exports/exportFrame.ts'
import { dayIn, exportWords } from '#shared/exports/exportWords.ts'

/** A text with its sections, or one of the cycle's short ones. */
export type ListedWords =
  | { readonly kind: 'draft'; readonly draft: ReadDraft }
  | {
      readonly kind: 'short'
      readonly id: string
      readonly title: string
      readonly text: string
      readonly date: string
    }

export interface ListFacts {
  readonly frame: ExportFrame
  readonly group: ExportGroup & { readonly theme: string; readonly languages: readonly string[] }
  /** All groups and entities that texts may name. */
  readonly groups: readonly ExportGroup[]
  readonly entities: readonly { readonly code: string; readonly name: string }[]
  readonly facilitators: readonly string[]
  readonly secretaries: readonly string[]
  /** Names where the list was signed, else how many. */
  readonly members: readonly string[] | number
  /** How far the list is: written on, handed over by the group, or by the stage of the cycle. */
  readonly standing:
    | { readonly kind: 'drafts' }
    | { readonly kind: 'stage' }
    | {
        readonly kind: 'handed'
        readonly date: string
        readonly number: number
        readonly fingerprint: string
      }
  readonly texts: readonly ListedWords[]
  readonly left: readonly { readonly title: string; readonly reason: string }[]
  /** Why there is no recommendation; empty where there is one. */
  readonly why: string
  readonly questions: readonly string[]
}

export function listDocument(facts: ListFacts): ExportDocument {
  const { frame, group, texts } = facts
  const words = exportWords[frame.language]
  return {
    title: `${words.list} ${words.quoted(group.place)}`,
    subtitle: subtitleOf(frame),
    ...{ language: frame.language, saidIn: frame.saidIn, contents: 1, notes: [] },
    facts: headOf(facts),
    blocks: [
      ...frozenLines(facts),
      ...(texts.length === 0 && facts.why === '' ? [paragraph(told(words.noTexts))] : []),
      ...texts.flatMap((text, at) => textBlocks(facts, text, at + 1)),
      ...after(facts),
    ],
    sheet: sheetOf(facts),
  }
}

function headOf(facts: ListFacts): ExportDocument['facts'] {
  const { frame, group, members } = facts
  const words = exportWords[frame.language]
  const names = (list: readonly string[]): string =>
    list.length > 0 ? `${list.join(', ')} (${list.length})` : ''
  return [
    ...fact(frame, words.group, group.place),
    ...fact(frame, words.theme, group.theme),
    ...fact(frame, words.secretaries, names(facts.secretaries)),
    ...fact(frame, words.facilitators, names(facts.facilitators)),
    ...fact(
      frame,
      words.participants,
      typeof members === 'number' ? (members > 0 ? words.people(members) : '') : names(members),
    ),
    ...fact(frame, words.languages, group.languages.map((code) => languageName(frame, code)).join(', ')),
  ]
}

/** « français » for `fr`; a code that no dictionary knows stays as it is. */
function languageName({ language }: ExportFrame, code: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function frozenLines({ frame, standing }: ListFacts): ExportBlock[] {
  const words = exportWords[frame.language]
  switch (standing.kind) {
    case 'drafts':
      return [remark(told(words.standing))]
    case 'stage':
      return [remark(told(words.frozenByStage))]
    case 'handed':
      return [
        remark(told(words.frozen(dayIn(frame.language, standing.date), standing.number))),
        ...labelled(frame, words.fingerprint, told(standing.fingerprint)),
      ]
  }
}

function textBlocks(facts: ListFacts, text: ListedWords, number: number): ExportBlock[] {
  const words = exportWords[facts.frame.language]
  if (text.kind === 'short')
    return [heading(1, told(`${number}. `), said(text.title)), ...saidParagraphs(text.text)]
  const { draft } = text
  const title = draft.title.trim()
  return [
    heading(1, told(`${draft.code || number}. `), title === '' ? told(words.untitled) : said(title)),
    ...(draft.summary.trim() === '' ? [] : [lead(said(draft.summary.trim()))]),
    ...sections.flatMap((section) => {
      const blocks = saidBlocks(draft.sections[section], 2)
      return blocks.length > 0 ? [heading(2, told(words.sections[section])), ...blocks] : []
    }),
    ...choices(facts, draft),
    ...nuances(facts, draft),
    ...(draft.questions.length > 0
      ? [heading(2, told(words.openQuestions)), list(draft.questions.map((one) => [said(one.text)]))]
      : []),
  ]
}

function choices({ frame, entities }: ListFacts, draft: ReadDraft): ExportBlock[] {
  const words = exportWords[frame.language]
  const { addressee, countryPassages, jurisdictions, kind, maturity, scope } = draft
  const nameOf = (code: string): string => entities.find((entity) => entity.code === code)?.name ?? code
  const passages = Object.entries(countryPassages).filter(([, passage]) => passage.trim() !== '')
  return [
    ...(addressee ? labelled(frame, words.addresseeLabel, told(words.addressee[addressee])) : []),
    ...(scope ? labelled(frame, words.scopeLabel, told(words.scope[scope])) : []),
    ...(kind ? labelled(frame, words.kindLabel, told(words.kind[kind])) : []),
    ...(maturity ? labelled(frame, words.maturityLabel, told(words.maturity[maturity])) : []),
    ...labelled(frame, words.jurisdictions, said(jurisdictions.map(nameOf).join(', '))),
    ...passages.flatMap(([code, passage]) => labelled(frame, words.only(nameOf(code)), said(passage))),
  ]
}

function nuances({ frame, groups }: ListFacts, draft: ReadDraft): ExportBlock[] {
  const words = exportWords[frame.language]
  const told_ = draft.nuances.filter(({ text }) => text.trim() !== '')
  if (told_.length === 0) return []
  const lines = told_.map(({ groupId, text, type }) => {
    const place = placeOf(groups, groupId)
    const label = [words.nuance[type], ...(place ? [place] : [])].join(', ')
    return [told(`${label}${words.colon} `, { bold: true }), said(text)]
  })
  return [{ kind: 'frame', title: words.nuances, blocks: [list(lines)] }]
}

function after({ frame, left, questions, why }: ListFacts): ExportBlock[] {
  const words = exportWords[frame.language]
  return [
    ...(why.trim() === '' ? [] : [heading(1, told(words.concluded)), ...saidParagraphs(why)]),
    ...(left.length === 0
      ? []
      : [
          heading(1, told(words.left)),
          list(
            left.map(({ title, reason }) => [
              said(title, { bold: true }),
              ...(reason === '' ? [] : [told(`${words.colon} `), said(reason)]),
            ]),
          ),
        ]),
    ...(questions.length === 0
      ? []
      : [heading(1, told(words.questions)), list(questions.map((text) => [said(text)]))]),
  ]
}

function sheetOf({ entities, frame, texts }: ListFacts): ExportDocument['sheet'] {
  const words = exportWords[frame.language]
  const section = (draft: ReadDraft, name: (typeof sections)[number]): string =>
    draft.sections[name].map(blockText).join('\n')
  return {
    columns: [
      ...[words.code, words.title, words.summary],
      ...sections.map((name) => words.sections[name]),
      ...[words.addresseeLabel, words.scopeLabel, words.kindLabel, words.maturityLabel, words.jurisdictions],
      ...[words.nuances, words.openQuestions],
    ],
    rows: texts.map((text, at) => {
      if (text.kind === 'short')
        return [String(at + 1), text.title, text.text, '', '', '', '', '', '', '', '', '', '']
      const { draft } = text
      return [
        ...[draft.code || String(at + 1), draft.title, draft.summary],
        ...sections.map((name) => section(draft, name)),
        draft.addressee ? words.addressee[draft.addressee] : '',
        draft.scope ? words.scope[draft.scope] : '',
        draft.kind ? words.kind[draft.kind] : '',
        draft.maturity ? words.maturity[draft.maturity] : '',
        draft.jurisdictions.map((code) => entities.find((one) => one.code === code)?.name ?? code).join(', '),
        draft.nuances
          .map(({ text: nuance, type }) => `${words.nuance[type]}${words.colon} ${nuance}`)
          .join('\n'),
        draft.questions.map((one) => one.text).join('\n'),
      ]
    }),
  }
}
