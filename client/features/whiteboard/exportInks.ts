// Colours of exported pictures: a file has no style sheet, so the design's tokens are written out here.
import type { NoteColour } from '#shared/whiteboard/boardModel.ts'

/** Light and dark paper of each colour: --note-1 yellow, --note-2 blue, --note-3 pink, --note-4 green. */
export const noteInks: Readonly<Record<NoteColour, readonly [string, string]>> = {
  yellow: ['#FFE9A6', '#E8CF86'],
  blue: ['#CFE6F7', '#AFCDE2'],
  pink: ['#FBD3C3', '#E4B6A4'],
  green: ['#D6EBC9', '#B8D2A8'],
}
export const noteInk = '#1D2420'
export const exportFont = '"Atkinson Hyperlegible Next", system-ui, -apple-system, "Segoe UI", sans-serif'

/** Surface, line and ink of a card: light, dark. */
export const cardInks = {
  surface: ['#FFFFFF', '#17211D'],
  line: ['#BCC5BD', '#3B4B44'],
  ink: ['#14211C', '#EDF2EC'],
  quiet: ['#3B4943', '#C0CCC5'],
} as const
