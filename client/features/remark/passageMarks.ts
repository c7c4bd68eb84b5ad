// Draws the quiet line under passages with open remarks: on the painted words alone, never in the document and never in the editor.

/** A mark wanders with its words while a browser paints it; where one cannot, the list still says where each remark stands. */
const isSupported = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS

/** As `remark.css` names them. */
const passageName = 'remark'
const lookedAtName = 'remark-looked-at'

interface Marks {
  readonly passages: readonly Range[]
  readonly lookedAt: readonly Range[]
}

const drawn = new Map<object, Marks>()

/** Replaces what one text draws. */
export function drawMarks(owner: object, marks: Marks): void {
  if (!isSupported()) return
  const before = drawn.get(owner)
  drawn.set(owner, marks)
  swap(passageName, before?.passages, marks.passages)
  swap(lookedAtName, before?.lookedAt, marks.lookedAt)
}

export function eraseMarks(owner: object): void {
  if (!isSupported()) return
  drawMarks(owner, { passages: [], lookedAt: [] })
  drawn.delete(owner)
}

function swap(name: string, before: readonly Range[] | undefined, now: readonly Range[]): void {
  let highlight = CSS.highlights.get(name)
  if (!highlight) {
    highlight = new Highlight()
    // Over the words of a passage that is looked at among others.
    if (name === lookedAtName) highlight.priority = 1
    CSS.highlights.set(name, highlight)
  }
  for (const range of before ?? []) highlight.delete(range)
  for (const range of now) highlight.add(range)
}
