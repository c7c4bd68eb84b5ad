// Turns a pasted list (text, Markdown, the lines of a DOCX) into drafts: one per heading, to be looked at before anything is made.
import type { NewBlock } from '#shared/draft/draftBlocks.ts'
import type { NewDraft } from '#shared/draft/draftModel.ts'
import { type ImportLine, linesOfText, lineText } from '#shared/draft/importLines.ts'
import { singleLine } from '#shared/draft/plainText.ts'
import { type NuanceType, type Section, summaryLimit, titleLimit } from '#shared/draft/vocabulary.ts'

/** Drafts made of one paste at most. */
export const importedDraftLimit = 200

export const importDrafts = (pasted: string): NewDraft[] => draftsOfLines(linesOfText(pasted))

/** Where the lines under a heading go: a section, the summary, nuances or open questions. */
type Part = Section | 'summary' | 'questions' | NuanceType

const partWords: readonly (readonly [Part, RegExp])[] = [
  [
    'constat',
    /^(les? )?(constats?|situation|pourquoi|probl[eè]mes?|findings?|observations?|what we see|why|problem|vaststelling(en)?|bevinding(en)?|waarom)$/,
  ],
  [
    'proposition',
    /^(notre |nos |la |les |our |ons )?(propositions?|recommandations?|proposals?|recommendations?|voorstel(len)?|aanbeveling(en)?|(ce que )?nous proposons|what we propose)$/,
  ],
  ['moyens', /^(les )?(moyens|ressources|budget|comment|means|resources|how|middelen|hoe)$/],
  ['summary', /^(en bref|r[ée]sum[ée]|en une phrase|summary|in short|samenvatting|kort)$/],
  [
    'minority',
    /^(avis|opinions?|positions?) (minoritaires?)$|^minority (opinions?|views?)$|^minderheids(standpunt|opinie)(en)?$/,
  ],
  ['nuance', /^(les )?nuances?$/],
  ['questions', /^(questions? (ouvertes?|en suspens)|open questions?|open vragen)$/],
]

/** The part that a heading names, if it names one: « Constat », « **Moyens :** », « 2. Proposition ». */
export function partNamed(heading: string): Part | undefined {
  const plain = singleLine(heading)
    .toLowerCase()
    .replace(/^\d+[.)]\s*/, '')
    .replace(/[\s\u00a0\u202f]*[:.–-]+$/, '')
  return partWords.find(([, words]) => words.test(plain))?.[0]
}

export function draftsOfLines(lines: readonly ImportLine[]): NewDraft[] {
  const isTitle = titleRule(lines)
  const drafts: DraftBuilder[] = []
  for (const line of lines) {
    if (isTitle(line)) drafts.push(draftBuilder(lineText(line)))
    else if (line.kind !== 'blank') drafts.at(-1)?.add(line)
  }
  return drafts.slice(0, importedDraftLimit).map((draft) => draft.done())
}

const isPart = (line: ImportLine): boolean => partNamed(lineText(line)) !== undefined

/** Which lines begin a draft: the headings of the level that divides the text, else its numbered lines, else its first lines. */
function titleRule(lines: readonly ImportLine[]): (line: ImportLine) => boolean {
  const level = dividingLevel(lines)
  if (level !== undefined) return (line) => line.kind === 'heading' && line.level === level && !isPart(line)
  const numbered = lines.filter((line) => line.kind === 'numbered' && line.level === 1 && !isPart(line))
  if (numbered.length > 0 && numbered.every((line, at) => line.number === at + 1 || line.number === 1)) {
    // « 1. Un comité », « 1. Un forum »: Markdown lets every number be 1.
    const titles = new Set(numbered)
    return (line) => titles.has(line)
  }
  const titles = new Set(looseTitles(lines))
  return (line) => titles.has(line)
}

/** The highest heading level, unless it occurs once and alone and is the title of the whole: then the next one. */
function dividingLevel(lines: readonly ImportLine[]): number | undefined {
  const headings = lines.filter((line) => line.kind === 'heading' && !isPart(line))
  const levels = [...new Set(headings.map((line) => line.level))].sort()
  const [top, next] = levels
  if (top === undefined) return undefined
  const tops = headings.filter((line) => line.level === top)
  const hasParts = lines.some((line) => line.kind === 'heading' && isPart(line) && line.level > top)
  const wraps = tops.length === 1 && headings[0] === tops[0] && next !== undefined && headings.length > 2
  return wraps || (tops.length === 1 && next !== undefined && hasParts && headings.length > 1) ? next : top
}

/** Without headings: the first line of each block; or, in one single block, every line of it. */
function looseTitles(lines: readonly ImportLine[]): ImportLine[] {
  const blocks: ImportLine[][] = [[]]
  for (const line of lines) {
    if (line.kind === 'blank') blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  const filled = blocks.filter((block) => block.length > 0)
  const [only] = filled
  if (filled.length === 1 && only) {
    const isList =
      only.every((line) => line.kind === 'bullet' && line.level === 1) ||
      only.every((line) => line.kind === 'text')
    return isList ? only : only.slice(0, 1)
  }
  // A part's name, or a sentence after a title of its own, does not begin a draft.
  const firsts = filled.flatMap((block) => (block[0] && !isPart(block[0]) ? [block[0]] : []))
  const short = firsts.filter(
    (line) => lineText(line).length <= titleLimit && !/[.!?…]$/.test(lineText(line).trim()),
  )
  return short.length > 0 ? short : firsts
}

interface DraftBuilder {
  add(line: ImportLine): void
  done(): NewDraft
}

function draftBuilder(heading: string): DraftBuilder {
  const { title, code, rest } = splitTitle(heading)
  const blocks: Record<Section, NewBlock[]> = { constat: [], proposition: rest ? [rest] : [], moyens: [] }
  const nuances: { type: NuanceType; text: string; groupId: null }[] = []
  const questions: string[] = []
  const summary: string[] = []
  let part: Part = 'proposition'
  const put = (line: ImportLine): void => {
    const text = singleLine(lineText(line))
    if (text === '') return
    if (part === 'summary') summary.push(text)
    else if (part === 'questions') questions.push(text)
    else if (part === 'constat' || part === 'proposition' || part === 'moyens')
      blocks[part].push(asBlock(line))
    else nuances.push({ type: part, text, groupId: null })
  }
  return {
    add: (line) => {
      const named = line.kind === 'bullet' ? undefined : partNamed(lineText(line))
      const inline = named ? undefined : inlinePart(line)
      if (named) part = named
      else if (inline) {
        part = inline.part
        put({ ...line, runs: [{ text: inline.rest }] })
        // A summary is one sentence; what follows is the proposal again.
        if (part === 'summary') part = 'proposition'
      } else put(line)
    },
    done: () => {
      const joined = summary.join(' ')
      // What is too long for a summary is not cut: it opens the proposal.
      const fits = joined.length <= summaryLimit
      return {
        title,
        ...(joined && fits ? { summary: joined } : {}),
        ...blocks,
        proposition: joined && !fits ? [joined, ...blocks.proposition] : blocks.proposition,
        nuances,
        questions,
        ...(code ? { fields: { code } } : {}),
      }
    },
  }
}

const asBlock = ({ kind, level, runs }: ImportLine): NewBlock => {
  if (kind === 'heading') return { type: 'heading', level: 3, runs }
  if (kind === 'bullet' || kind === 'numbered') return { type: kind, level, runs }
  return { type: 'paragraph', level: 0, runs }
}

/** « Constat : on ne se voit plus » on one line. */
function inlinePart(line: ImportLine): { part: Part; rest: string } | undefined {
  if (line.kind !== 'text') return undefined
  const match = /^([^:]{3,30}?)[\s\u00a0\u202f]*:[\s\u00a0\u202f]+(.+)$/.exec(lineText(line))
  const part = match?.[1] ? partNamed(match[1]) : undefined
  return part && match?.[2] ? { part, rest: match[2] } : undefined
}

/** A title of 110 characters at most, a code taken off its front (« R1 : »), and the whole sentence when it was longer. */
function splitTitle(heading: string): { title: string; code: string; rest: string } {
  const line = singleLine(heading)
  const coded =
    /^(?:recommandation |recommendation |aanbeveling )?(?:n°\s*)?([A-Z]{0,2}\d{1,3})\s*[:.)–-]\s*(.+)$/iu.exec(
      line,
    )
  const code = coded?.[1] && /^[a-z]/i.test(coded[1]) ? coded[1].toUpperCase() : ''
  const title = (coded?.[2] ?? line).replace(/[\s\u00a0\u202f]*:$/, '')
  if (title.length <= titleLimit) return { title, code, rest: '' }
  const cut = title.slice(0, titleLimit - 1)
  const space = cut.lastIndexOf(' ')
  return { title: `${cut.slice(0, space > 40 ? space : undefined)}…`, code, rest: title }
}
