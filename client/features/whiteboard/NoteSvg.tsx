// A note in an exported picture: plain shapes and text, so that any program can open it.
import type { NoteShape } from '#client/features/whiteboard/boardShapes.ts'
import { exportFont, noteInk, noteInks } from '#client/features/whiteboard/exportInks.ts'
import { type NoteLayout, noteLineHeight, notePadding } from '#shared/whiteboard/noteLayout.ts'

export function NoteSvg({ shape, layout, dark }: { shape: NoteShape; layout: NoteLayout; dark: boolean }) {
  const { w, colour, author, dots } = shape.props
  const { fontSize, height, lines } = layout
  return (
    <g fontFamily={exportFont} fill={noteInk}>
      <rect width={w} height={height} rx={2} fill={noteInks[colour][dark ? 1 : 0]} />
      <text fontSize={fontSize} xmlSpace="preserve">
        {lines.map((line, i) => (
          <tspan key={i} x={notePadding} y={notePadding + fontSize + i * fontSize * noteLineHeight}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={notePadding} y={height - 9} fontSize={12}>
        {author}
      </text>
      {dots > 0 && (
        <text x={w - notePadding} y={height - 9} fontSize={12} fontWeight={700} textAnchor="end">
          {dots <= 6 ? '●'.repeat(dots) : `● ${dots}`}
        </text>
      )}
    </g>
  )
}
