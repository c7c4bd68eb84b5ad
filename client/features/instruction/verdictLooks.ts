// How a verdict looks: a shape and a word, never a colour alone.
import { CalendarClock, Check, type LucideIcon, PenLine, X } from 'lucide-react'
import type { Verdict } from '#shared/instruction/instructionActs.ts'

export const verdictLooks: Readonly<Record<Verdict, { readonly tone: string; readonly icon: LucideIcon }>> = {
  accept: { tone: 'ok', icon: Check },
  reformulate: { tone: 'info', icon: PenLine },
  postpone: { tone: 'warn', icon: CalendarClock },
  refuse: { tone: 'danger', icon: X },
}
