// A note to members who were absent, ready to be sent: what was decided, what changed, how to add one's word, when we meet next.
import type { CatchUpLine } from '#shared/group/groupPage.ts'
import { type GroupLanguage, groupWords } from '#shared/group/groupWords.ts'

export interface AbsentNoteFacts {
  readonly place: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly lines: readonly CatchUpLine[]
}

/** A day as it is written in that language. */
const dayIn = (language: GroupLanguage, date: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`))

export function absentNote({ place, date, lines }: AbsentNoteFacts, language: GroupLanguage): string {
  const words = groupWords[language].note
  const of = <K extends CatchUpLine['kind']>(kind: K) =>
    lines.filter((line): line is Extract<CatchUpLine, { kind: K }> => line.kind === kind)
  const section = (title: string, entries: readonly string[]): string[] =>
    entries.length === 0 ? [] : [`${title}\n${entries.map((entry) => `- ${entry}`).join('\n')}`]
  const texts = lines.flatMap((line) =>
    line.kind === 'text-new'
      ? [words.textNew(line.draft)]
      : line.kind === 'text-changed'
        ? [words.textChanged(line.draft, line.words)]
        : [],
  )
  const next = of('next')[0]
  return [
    words.hello(place, dayIn(language, date)),
    words.missed,
    ...section(
      words.decided,
      of('decided').map(({ text }) => text),
    ),
    ...section(
      words.begun,
      of('initiative').map(({ text, when }) => (when === '' ? text : `${text} (${dayIn(language, when)})`)),
    ),
    ...section(words.texts, texts),
    ...section(
      words.questions,
      of('question').map(({ text }) => text),
    ),
    words.yourWord(words.link),
    ...(next ? [words.next(dayIn(language, next.date), next.startTime)] : []),
    words.bye,
  ].join('\n\n')
}
