// What sort of card one is, as a shape: the word stands beside it.
import {
  Banknote,
  FlaskConical,
  FolderKanban,
  type LucideIcon,
  MonitorCog,
  Scale,
  ScrollText,
  Users,
} from 'lucide-react'
import type { CardKind } from '#shared/library/libraryEntries.ts'

const icons: Readonly<Record<CardKind, LucideIcon>> = {
  legal: Scale,
  budget: Banknote,
  it: MonitorCog,
  statutes: ScrollText,
  project: FolderKanban,
  pilot: FlaskConical,
  staffing: Users,
}

export function CardKindIcon({ kind }: { kind: CardKind }) {
  const Icon = icons[kind]
  return (
    <span className="li-kind">
      <Icon className="i" aria-hidden="true" />
    </span>
  )
}
