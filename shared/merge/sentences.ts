// Cuts a text into sentences, in French, Dutch and English. In doubt it does not cut: half a sentence has no fate of its own.

export interface Sentence {
  readonly text: string
  /** Offsets in the text; blanks between sentences belong to none. */
  readonly start: number
  readonly end: number
}

/** An end mark, what closes after it, and the blank before the next word. « ! » and « ? » may stand after a blank, « . » not. */
const endMarks = /(?:[.!?…]+)(?:[”’"')\]]|[ \u00a0\u202f]?»)*(?=\s|$)/gu

/** Abbreviations that a capital or a number may follow within one sentence; without their last full stop. */
const abbreviations = new Set(
  (
    'mm mme mmes mlle mlles dr drs pr prof ir ing mr mrs ms st ste mgr dhr mevr mw cf ex i.e e.g bv bijv c.-à-d d.w.z o.a m.b.t ' +
    't.o.v i.v.m i.p.v t.a.v a.d.h.v z.g n.b p.s vs env resp tél tel av bd boul bld incl excl approx dept réf ref'
  ).split(' '),
)
/** Those that only a number or a Roman numeral keeps open: « no. » ends an English sentence, « art. » rarely, « p. » never. */
const beforeNumbers = new Set('art al p pp no nos n nr nrs blz fig vol chap lid § ca éd ed ann'.split(' '))

/** Characters that one quotation or bracket may hold and still be part of the sentence around it. */
const insideLimit = 240
const pairs = [/«[^«»\n]*»/gu, /“[^“”\n]*”/gu, /"[^"\n]*"/gu, /\([^()\n]*\)/gu]

const isNumber = /^[\d§]|^[IVXLC]+\b/u
const lowercaseStart = /^[«“"'‘’([\s\u00a0\u202f]*\p{Ll}/u
/** « 's Avonds », « ’t Is »: a Dutch sentence may begin so. */
const clitic = /^['‘’]\p{Ll}+\s+\p{Lu}/u
/** « 1. », « a) » at the start of an item: a number of a list, not a sentence. */
const listNumber = /^\s*(?:\d{1,2}|\p{L})\.$/u
/** « B. », « J.-P. », « S.C.I.C. »: initials. */
const initials = /^(?:\p{L}[.-]+)*\p{Lu}$/u

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const line of text.split('\n')) {
    let start = 0
    for (const end of [...endsOf(line), line.length]) {
      add(sentences, text, from + start, from + end)
      start = end
    }
    from += line.length + 1
  }
  return sentences
}

function add(sentences: Sentence[], text: string, start: number, end: number): void {
  const whole = text.slice(start, end)
  const words = whole.trim()
  if (words === '') return
  const begin = start + whole.indexOf(words)
  sentences.push({ text: words, start: begin, end: begin + words.length })
}

/** Where sentences of one line end. */
function endsOf(line: string): number[] {
  const held = heldTogether(line)
  const ends: number[] = []
  for (const match of line.matchAll(endMarks)) {
    const end = match.index + match[0].length
    const isInside = held.some((stretch) => end > stretch.start && end < stretch.end)
    if (!isInside && isEnd(line, { start: ends.at(-1) ?? 0, mark: match.index, end })) ends.push(end)
  }
  return ends
}

/** Quotations and brackets that are closed and not too long: no sentence ends within. */
const heldTogether = (line: string): { start: number; end: number }[] =>
  pairs.flatMap((pair) =>
    [...line.matchAll(pair)]
      .filter(({ 0: inside }) => inside.length <= insideLimit)
      .map(({ index, 0: inside }) => ({ start: index, end: index + inside.length })),
  )

function isEnd(line: string, at: { start: number; mark: number; end: number }): boolean {
  const next = line.slice(at.end).trimStart()
  if (next === '') return true
  if (lowercaseStart.test(next) && !clitic.test(next)) return false
  const isFullStop = line.slice(at.mark, at.end) === '.'
  if (!isFullStop) return true
  if (listNumber.test(line.slice(at.start, at.end))) return false
  const word = /[\p{L}\d.§-]*$/u.exec(line.slice(at.start, at.mark))?.[0] ?? ''
  if (initials.test(word) || abbreviations.has(word.toLowerCase())) return false
  return !(beforeNumbers.has(word.toLowerCase()) && isNumber.test(next))
}
