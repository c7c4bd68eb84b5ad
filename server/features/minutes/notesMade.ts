// The notes that a session brought onto the whiteboard, frame by frame; nobody's name is read.
import type { BoardList } from '#shared/whiteboard/listView.ts'

export interface FrameNotes {
  /** Null for what stands outside every frame. */
  readonly frameId: string | null
  readonly title: string
  readonly notes: readonly string[]
}

/** New notes and those whose words changed, in reading order; frames of the same name are one. */
export function notesMade(before: BoardList, after: BoardList): FrameNotes[] {
  const frames = new Map<string, { frameId: string | null; title: string; notes: string[] }>()
  for (const { frame, items } of after.sections) {
    const notes = items.flatMap((item) => {
      if (item.kind !== 'note' || item.words.trim() === '') return []
      const was = before.items.get(item.id)
      return was?.kind === 'note' && was.words === item.words ? [] : [oneLine(item.words)]
    })
    if (notes.length === 0) continue
    const title = oneLine(frame?.name ?? '')
    const held = frames.get(title)
    if (held) held.notes.push(...notes)
    else frames.set(title, { frameId: frame?.id ?? null, title, notes })
  }
  return [...frames.values()]
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

const learning = /\bappris\b|\bapprenons\b|\blearn|\bgeleerd|\bleerde/i

/** Whether a frame gathers what was learnt: by its own name, or as the place of a step of that name. */
export const isAboutLearning = (
  { frameId, title }: FrameNotes,
  steps: readonly { readonly title: string; readonly frameId: string | null }[],
): boolean =>
  learning.test(title) ||
  steps.some((step) => frameId !== null && step.frameId === frameId && learning.test(step.title))
