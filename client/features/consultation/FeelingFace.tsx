// The five faces, one line each: told apart by their mouth, never by colour.
import type { ReactNode } from 'react'
import type { Feeling } from '#shared/consultation/feelings.ts'

const faces: Readonly<Record<Feeling, ReactNode>> = {
  enthousiaste: (
    <>
      <path d="M8 13.5c1 3.5 7 3.5 8 0Z" fill="currentColor" />
      <path d="M7.5 9.5l1.5-1.5 1.5 1.5M13.5 9.5l1.5-1.5 1.5 1.5" />
    </>
  ),
  favorable: (
    <>
      <path d="M8 14c2 2.5 6 2.5 8 0" />
      <path d="M9 9.5h.01M15 9.5h.01" />
    </>
  ),
  interrogatif: (
    <>
      <circle cx="12" cy="15" r="1.8" />
      <path d="M8.5 9.5h.01M15 9.5h.01M13.5 6.8l3-.8" />
    </>
  ),
  inquiet: (
    <>
      <path d="M8.5 16c1-1.5 2-1.5 3.5 0s2.5 1.5 3.5 0" />
      <path d="M9 10.5h.01M15 10.5h.01M7 8l3-1M17 8l-3-1" />
    </>
  ),
  oppose: (
    <>
      <path d="M8.5 16.5c1.5-2.5 5.5-2.5 7 0" />
      <path d="M9 10.5h.01M15 10.5h.01M7.5 7.5l2.5 1M16.5 7.5l-2.5 1" />
    </>
  ),
}

export const FeelingFace = ({ feeling }: { feeling: Feeling }) => (
  <svg className="i fc" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10" />
    {faces[feeling]}
  </svg>
)
