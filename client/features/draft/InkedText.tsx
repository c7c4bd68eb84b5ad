// A section of a merged draft as it stands, without an editor: the words of each group in its ink, badges behind the sentences.
import { Fragment, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type BlockInk,
  blockInk,
  type InkedWords,
  type SentenceEnd,
} from '#client/features/draft/blockInk.ts'
import { useProvenanceSaid } from '#client/features/draft/provenanceSaid.ts'
import { formatted, StillText } from '#client/features/draft/StillText.tsx'
import { type BadgeWords, spokenAttributes } from '#client/features/draft/sentenceBadge.ts'
import { sentenceEndWords } from '#client/features/draft/sentenceEndWords.ts'
import { inkClass, type Passages, usePassages, type WordSources } from '#client/features/draft/wordSources.ts'
import type { LiveDocument } from '#client/live/liveRoom.ts'
import { wearStyle } from '#client/ui/wear.ts'
import { type MarkedRun, markedBlocks } from '#shared/merge/markedBlocks.ts'

export interface InkedTextProps {
  readonly live: LiveDocument
  /** The section's shared fragment; its reader renders again with each change of the draft. */
  readonly section: unknown
  /** Undefined for a draft that was never merged: the text is then shown plainly. */
  readonly sources: WordSources | undefined
}

export function InkedText({ live, section, sources }: InkedTextProps) {
  const { t, i18n } = useTranslation('draft')
  const passages = usePassages(live)
  const isSaid = useProvenanceSaid()
  const blocks = markedBlocks(section)
  const inkOf = useMemo(() => inkReader(sources, passages), [sources, passages])
  if (!sources) return <StillText blocks={blocks} />
  const words: BadgeWords = { isSaid, say: (end) => sentenceEndWords(t, i18n.language, end) }
  return (
    <StillText
      blocks={blocks}
      draw={({ runs }) => <InkedRuns runs={runs} ink={inkOf(runs)} words={words} />}
    />
  )
}

/** Readings that are kept; each letter that somebody writes makes one more. */
const keptReadings = 500

/** Reads a block once for as long as it says the same. */
function inkReader(
  sources: WordSources | undefined,
  passages: Passages,
): (runs: readonly MarkedRun[]) => BlockInk {
  const read = new Map<string, BlockInk>()
  return (runs) => {
    const key = JSON.stringify(runs)
    const ink = read.get(key) ?? blockInk(runs, sources ?? new Map(), passages)
    if (read.size >= keptReadings) read.clear()
    read.set(key, ink)
    return ink
  }
}

interface InkedRunsProps {
  readonly runs: readonly MarkedRun[]
  readonly ink: BlockInk
  readonly words: BadgeWords
}

function InkedRuns({ runs, ink, words }: InkedRunsProps) {
  const ends = ink.ends.filter(({ goesOn }) => words.isSaid || !goesOn)
  const parts: ReactNode[] = []
  for (const { from, to, source, run } of piecesOf(runs, ink.words, ends)) {
    const piece = formatted({ ...run, text: run.text })
    parts.push(
      source === undefined ? (
        <Fragment key={from}>{piece}</Fragment>
      ) : (
        <span
          key={from}
          className={source ? inkClass(source) : 'pv-new'}
          style={source ? wearStyle(source.wear) : undefined}
        >
          {piece}
        </span>
      ),
    )
    const end = ends.find(({ at }) => at === to)
    if (end) parts.push(<SentenceBadges key={`${to} end`} end={end} words={words} />)
  }
  return <>{parts}</>
}

interface Piece extends Omit<InkedWords, 'source'> {
  readonly source: InkedWords['source'] | undefined
  readonly run: MarkedRun
}

/** The runs, cut where the ink changes and where sentences end. */
function piecesOf(
  runs: readonly MarkedRun[],
  words: readonly InkedWords[],
  ends: readonly SentenceEnd[],
): Piece[] {
  const cuts = [...words.flatMap(({ from, to }) => [from, to]), ...ends.map(({ at }) => at)]
  const pieces: Piece[] = []
  let start = 0
  for (const run of runs) {
    const stop = start + run.text.length
    const edges = [...new Set([start, stop, ...cuts.filter((cut) => cut > start && cut < stop)])]
    edges.sort((a, b) => a - b)
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const to = edges[index + 1] ?? stop
      const source = words.find((stretch) => stretch.from <= from && stretch.to >= to)?.source
      pieces.push({ from, to, source, run: { ...run, text: run.text.slice(from - start, to - start) } })
    }
    start = stop
  }
  return pieces
}

/** As `badgeElement` makes it for editors: no letter of it is part of the text. */
function SentenceBadges({ end, words }: { end: SentenceEnd; words: BadgeWords }) {
  return (
    <span className="pv-end" {...spokenAttributes(end, words)}>
      {end.sources.length === 0 && <span className="pv-letters pv-together" data-letters={words.say(end)} />}
      {end.sources.map(({ initials, name, wear }) => (
        <span key={`${initials} ${name}`} className="ant a mini" style={wearStyle(wear)}>
          <b className="pv-letters" data-letters={initials} />
          {words.isSaid && <span className="pv-letters pv-name" data-letters={name} />}
        </span>
      ))}
    </span>
  )
}
