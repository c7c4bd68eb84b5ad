// A full hall reads and writes the public debate at once: who reads at the same time shares what is read.
import {
  type ConsultationDeps,
  type ConsultationWorld,
  consultationWorld,
} from '#server/features/consultation/consultationWorld.ts'
import type { Consultation } from '#server/ports/consultation.ts'
import type { Publications } from '#server/ports/publications.ts'

export interface ReadingTogether {
  (): Promise<ConsultationWorld>
  /** After whatever was written here: who asks next reads it. */
  forget(): void
}

/** Requests that come while the store is being read share what is read: a full hall costs as much as a few people. */
export function readingTogether(deps: ConsultationDeps): ReadingTogether {
  let reading: Promise<ConsultationWorld> | undefined
  const forget = (): void => {
    reading = undefined
  }
  const read = (): Promise<ConsultationWorld> => {
    if (reading) return reading
    const own = consultationWorld(deps)
    reading = own
    const done = (): void => {
      if (reading === own) reading = undefined
    }
    own.then(done, done)
    return own
  }
  return Object.assign(read, { forget })
}

/** The same store; whatever is written through it is read by who asks after that. */
export function forgetting<
  S extends { readonly consultation: Consultation; readonly publications: Publications },
>(store: S, forget: () => void): S {
  const { consultation, publications } = store
  const then = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } finally {
      forget()
    }
  }
  return {
    ...store,
    consultation: {
      ...consultation,
      feel: (ressenti) => then(consultation.feel(ressenti)),
      addEntry: (entry, seen) => then(consultation.addEntry(entry, seen)),
    } satisfies Consultation,
    publications: {
      ...publications,
      addVersions: (...versions) => then(publications.addVersions(...versions)),
    } satisfies Publications,
  }
}
