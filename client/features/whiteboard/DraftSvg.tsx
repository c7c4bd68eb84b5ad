// A card in an exported picture: its title, summary and proposal as text.
import type { DraftShape } from '#client/features/whiteboard/boardShapes.ts'
import { cardInks, exportFont } from '#client/features/whiteboard/exportInks.ts'
import type { ReadDraft } from '#shared/draft/draftModel.ts'
import { sections } from '#shared/draft/vocabulary.ts'
import { wrapWords } from '#shared/whiteboard/noteLayout.ts'

const padding = 16
/** Mean width of a letter as a part of the font size: bold ones are wider. */
const letterWidth = { 400: 0.52, 700: 0.57 } as const

interface Line {
  readonly text: string
  readonly size: number
  readonly weight: 400 | 700
  readonly quiet: boolean
  /** Baseline, in page units from the card's top. */
  readonly y: number
}

function linesOf(draft: ReadDraft, w: number, h: number): Line[] {
  const lines: Line[] = []
  let y = padding
  const add = (words: string, size: number, weight: 400 | 700 = 400, quiet = false): void => {
    if (!words.trim()) return
    for (const text of wrapWords(words, (w - 2 * padding) / (size * letterWidth[weight]))) {
      y += size * 1.35
      if (y > h - padding) return
      lines.push({ text, size, weight, quiet, y })
    }
    y += size * 0.5
  }
  add(draft.code, 15, 700)
  add(draft.title, 20, 700)
  add(draft.summary, 14, 400, true)
  for (const section of sections)
    for (const { type, runs } of draft.sections[section])
      add(
        `${type === 'bullet' || type === 'numbered' ? '• ' : ''}${runs.map(({ text }) => text).join('')}`,
        15,
      )
  return lines
}

export function DraftSvg({
  shape,
  draft,
  dark,
}: {
  shape: DraftShape
  draft: ReadDraft | undefined
  dark: boolean
}) {
  const { w, h } = shape.props
  const theme = dark ? 1 : 0
  const lines = draft ? linesOf(draft, w, h) : []
  return (
    <g fontFamily={exportFont}>
      <rect width={w} height={h} rx={12} fill={cardInks.surface[theme]} stroke={cardInks.line[theme]} />
      {lines.map(({ text, size, weight, quiet, y }, i) => (
        <text
          key={i}
          x={padding}
          y={y}
          fontSize={size}
          fontWeight={weight}
          fill={cardInks[quiet ? 'quiet' : 'ink'][theme]}
          xmlSpace="preserve"
        >
          {text}
        </text>
      ))}
    </g>
  )
}
