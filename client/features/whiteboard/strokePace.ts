// A stroke is one value that grows: it is written the less often the longer it is, so that one hand never fills the line.

/** Milliseconds to wait for each point that a stroke has: 500 points are written about four times a second. */
const msPerPoint = 0.5

export class Pace {
  readonly #dueAt = new Map<string, number>()

  /** Milliseconds before a record may be written again; 0 for everything but a long stroke that is being drawn. */
  wait(record: unknown): number {
    const stroke = strokeOf(record)
    if (!stroke) return 0
    return Math.max(0, (this.#dueAt.get(stroke.id) ?? 0) - Date.now())
  }

  wrote(record: unknown): void {
    const stroke = strokeOf(record)
    if (stroke) this.#dueAt.set(stroke.id, Date.now() + stroke.points * msPerPoint)
    else this.#dueAt.delete((record as { id: string }).id) // called with records only
  }
}

/** A stroke that is still being drawn. */
function strokeOf(record: unknown): { id: string; points: number } | undefined {
  const { id, props } = (record ?? {}) as {
    id?: unknown
    props?: { segments?: unknown; isComplete?: unknown }
  } // checked below
  if (typeof id !== 'string' || !props || props.isComplete !== false || !Array.isArray(props.segments))
    return undefined
  const points = (props.segments as { points?: unknown[] }[]).reduce(
    (sum, { points }) => sum + (points?.length ?? 0),
    0,
  )
  return { id, points }
}
