// Long work cut in steps: whoever runs it may let letters and answers go first between two of them.

/** Each `yield` is a place to pause at. */
export type Steps<Done> = Generator<undefined, Done>

export function allSteps<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Goes on for about so many milliseconds; undefined when there is more to do. */
export function someSteps<Done>(
  steps: Steps<Done>,
  milliseconds: number,
  now: () => number,
): { readonly done: Done } | undefined {
  const end = now() + milliseconds
  for (;;) {
    const step = steps.next()
    if (step.done) return { done: step.value }
    if (now() >= end) return undefined
  }
}
