// A section of a merged draft as it stands, without an editor: the words of each group in its ink, badges behind the sentences.
import { Fragment, memo, type ReactNode, useCallback, useDeferredValue, useMemo } from 'react'
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
import { type MarkedBlock, type MarkedRun, markedBlocks } from '#shared/merge/markedBlocks.ts'

export interface InkedTextProps {
  readonly live: LiveDocument
  /** The section's shared fragment; its reader renders again with each change of the draft. */
  readonly section: unknown
  /** Undefined for a draft that was never merged: the text is then shown plainly. */
  readonly sources: WordSources | undefined
}

export function InkedText({ live, section, sources }: InkedTextProps) {
  const blocks = markedBlocks(section)
  return sources ? <Inked live={live} blocks={blocks} sources={sources} /> : <StillText blocks={blocks} />
}

interface InkedProps {
  readonly live: LiveDocument
  readonly blocks: readonly MarkedBlock[]
  readonly sources: WordSources
}

function Inked({ live, blocks: now, sources }: InkedProps) {
  const { t, i18n } = useTranslation('draft')
  const passages = usePassages(live)
  const isSaid = useProvenanceSaid()
  const inkOf = useMemo(() => inkReader(sources, passages), [sources, passages])
  const words = useMemo(
    (): BadgeWords => ({ isSaid, say: (end) => sentenceEndWords(t, i18n.language, end) }),
    [isSaid, t, i18n.language],
  )
  const draw = useCallback(
    ({ runs }: MarkedBlock) => <InkedRuns runs={runs} ink={inkOf(runs)} words={words} />,
    [inkOf, words],
  )
  // Somebody may be writing this very text beside it: their key does not wait until it is drawn here too.
  return <Drawn blocks={useDeferredValue(now)} draw={draw} />
}

/** The same blocks are not drawn again. */
const Drawn = memo(StillText)

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

/** Drawn again only where something was written: readings are kept by what stands in a paragraph. */
const InkedRuns = memo(
  InkedPieces,
  (before, after) => before.ink === after.ink && before.words === after.words,
)

function InkedPieces({ runs, ink, words }: InkedRunsProps) {
  const ends = ink.ends.filter(({ goesOn }) => words.isSaid || !goesOn)
  const parts: ReactNode[] = []
  // By their number: a letter moves all that follow, and leaves them what they are.
  for (const [key, { to, source, run }] of piecesOf(runs, ink.words, ends).entries()) {
    const piece = formatted({ ...run, text: run.text })
    parts.push(
      source === undefined ? (
        <Fragment key={key}>{piece}</Fragment>
      ) : (
        <span
          key={key}
          className={source ? inkClass(source) : 'pv-new'}
          style={source ? wearStyle(source.wear) : undefined}
        >
          {piece}
        </span>
      ),
    )
    const end = ends.find(({ at }) => at === to)
    if (end) parts.push(<SentenceBadges key={`${key} end`} end={end} words={words} />)
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
