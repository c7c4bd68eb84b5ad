// A degree's shape with its number: five shapes, so that a distribution reads in greys too.
import type { Degree } from '#shared/decision/gradient.ts'

export const DegreeSign = ({ degree }: { degree: Degree }) => (
  <span className={`decision-degree d${degree}`} aria-hidden="true">
    {degree}
  </span>
)
