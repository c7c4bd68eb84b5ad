// The signs of consent: disc, diamond, octagon, each with its mark; never colour alone, and always beside its word.
import { Check, Hand, Minus } from 'lucide-react'
import type { Position } from '#shared/decision/consent.ts'

const signs = {
  accord: { look: 'ok', icon: Check },
  reservation: { look: 'res', icon: Minus },
  objection: { look: 'obj', icon: Hand },
} as const

export function ConsentSign({ position }: { position: Position }) {
  const { look, icon: Icon } = signs[position]
  return (
    <span className={`cs ${look}`} aria-hidden="true">
      <Icon className="i" />
    </span>
  )
}
