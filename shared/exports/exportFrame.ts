// What every exported document says of itself: whose it is, of which cycle, of which day, in which language.
import {
  type ExportBlock,
  type ExportLanguage,
  type ExportRun,
  said,
  told,
} from '#shared/exports/exportDocument.ts'
import { dayIn, exportWords } from '#shared/exports/exportWords.ts'

export interface ExportFrame {
  readonly language: ExportLanguage
  /** The language of what people wrote. */
  readonly saidIn: string
  readonly organisation: string
  readonly cycle: string
  /** `YYYY-MM-DD`: the day that is looked from. */
  readonly day: string
}

/** A group as documents name it: « Nantes », or its own name where it has no antenna. */
export interface ExportGroup {
  readonly id: string
  readonly place: string
}

export const subtitleOf = ({ organisation, cycle, day, language }: ExportFrame): string =>
  [organisation, cycle, exportWords[language].madeOn(dayIn(language, day))].filter(Boolean).join(' · ')

/** « Label : words », the label in bold. Nothing where there are no words. */
export function labelled(frame: ExportFrame, label: string, ...runs: readonly ExportRun[]): ExportBlock[] {
  if (runs.every(({ text }) => text.trim() === '')) return []
  return [
    {
      ...{ kind: 'paragraph', look: 'plain' },
      runs: [told(`${label}${exportWords[frame.language].colon}`, { bold: true }), told(' '), ...runs],
    },
  ]
}

export const fact = (
  frame: ExportFrame,
  label: string,
  words: string,
): { label: string; runs: ExportRun[] }[] =>
  words === '' ? [] : [{ label: `${label}${exportWords[frame.language].colon}`, runs: [said(words)] }]

/** Gathers a document's footnotes while it is written. */
export class ExportNotes {
  readonly #notes: ExportRun[][] = []

  get all(): readonly (readonly ExportRun[])[] {
    return this.#notes
  }

  /** An empty run that carries the note; none where it says nothing. */
  add(...runs: ExportRun[]): ExportRun[] {
    if (runs.length === 0) return []
    this.#notes.push(runs)
    return [told('', { note: this.#notes.length })]
  }
}

export const placeOf = (groups: readonly ExportGroup[], id: string | null): string =>
  (id === null ? undefined : groups.find((group) => group.id === id)?.place) ?? ''

export const placesOf = (groups: readonly ExportGroup[], ids: readonly string[]): string[] =>
  ids.map((id) => placeOf(groups, id)).filter(Boolean)
