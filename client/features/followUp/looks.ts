// How a verdict, a fate and the state of an item look: a shape and a word, never a colour alone.
import {
  Ban,
  CalendarClock,
  Check,
  CircleDashed,
  CircleDotDashed,
  CirclePause,
  Hourglass,
  type LucideIcon,
  PenLine,
  Sprout,
  X,
} from 'lucide-react'
import type { Fate, ItemState } from '#shared/followUp/fate.ts'
import type { BoardLine } from '#shared/followUp/followUpAnswers.ts'
import type { PastOutcome } from '#shared/pastImport/pastRecommendation.ts'

export interface Look {
  readonly tone: string
  readonly icon: LucideIcon
}

export const verdictLooks: Record<Exclude<BoardLine['decision'], null>, Look> = {
  accept: { tone: 'ok', icon: Check },
  reformulate: { tone: 'info', icon: PenLine },
  postpone: { tone: 'warn', icon: CalendarClock },
  refuse: { tone: 'danger', icon: X },
}

export const fateLooks: Record<Fate | PastOutcome, Look> = {
  done: { tone: 'ok', icon: Check },
  'under-way': { tone: 'info', icon: CircleDotDashed },
  'not-done': { tone: 'line', icon: CircleDashed },
  postponed: { tone: 'warn', icon: CalendarClock },
  refused: { tone: 'danger', icon: X },
  waiting: { tone: 'line', icon: Hourglass },
  unknown: { tone: 'line', icon: CircleDashed },
}

export const itemLooks: Record<ItemState, Look> = {
  not_started: { tone: 'line', icon: CircleDashed },
  in_progress: { tone: 'info', icon: CircleDotDashed },
  blocked: { tone: 'warn', icon: CirclePause },
  done: { tone: 'ok', icon: Check },
  abandoned: { tone: 'danger', icon: Ban },
}

export const initiativeLooks = {
  active: { tone: 'ok', icon: Sprout },
  paused: { tone: 'warn', icon: CirclePause },
  ended: { tone: 'line', icon: Check },
} as const satisfies Record<string, Look>
