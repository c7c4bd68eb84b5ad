// The steps of the visit, and where on the page each of them points.

export const visitSteps = ['same', 'where', 'write', 'speak', 'saved'] as const
export type VisitStep = (typeof visitSteps)[number]

/** How the room is arranged, as far as the words depend on it. */
export type VisitLook = 'columns' | 'tabs' | 'phone'

/** Selectors of the real things, as the page names them; what is not on the screen is passed over. */
export type VisitPlaces = Readonly<Record<VisitStep, readonly string[]>>

/** Who only watches is not told to write or to speak. */
export const stepsFor = (observes: boolean): readonly VisitStep[] =>
  observes ? visitSteps.filter((step) => step !== 'write' && step !== 'speak') : visitSteps
