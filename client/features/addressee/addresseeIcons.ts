// A sign for each column, always beside its name.
import { Building2, DoorOpen, Inbox, LifeBuoy, type LucideIcon, MapPinned, UsersRound } from 'lucide-react'
import type { Addressee } from '#shared/draft/vocabulary.ts'

export const addresseeIcons: Readonly<Record<Addressee | 'none', LucideIcon>> = {
  'us-here': UsersRound,
  'us-with-other-antennas': MapPinned,
  'shared-team': LifeBuoy,
  boards: Building2,
  outside: DoorOpen,
  none: Inbox,
}
