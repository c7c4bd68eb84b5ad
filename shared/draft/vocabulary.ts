// The closed lists a draft chooses from; the words shown for them are translations.

export const sections = ['constat', 'proposition', 'moyens'] as const
export type Section = (typeof sections)[number]

export const draftKinds = [
  'local-action',
  'service',
  'governance',
  'tool',
  'training',
  'solidarity',
  'advocacy',
  'information',
] as const
export type DraftKind = (typeof draftKinds)[number]

export const maturities = ['idea', 'to-refine', 'ready', 'tested'] as const
export type Maturity = (typeof maturities)[number]

export const scopes = ['antenna', 'several-antennas', 'country', 'all'] as const
export type Scope = (typeof scopes)[number]

/** À qui le demandons-nous ? */
export const addressees = ['us-here', 'us-with-other-antennas', 'shared-team', 'boards', 'outside'] as const
export type Addressee = (typeof addressees)[number]

export const draftStatuses = ['writing', 'to-review', 'ready'] as const
export type DraftStatus = (typeof draftStatuses)[number]

export const nuanceTypes = ['nuance', 'reservation', 'condition', 'minority'] as const
export type NuanceType = (typeof nuanceTypes)[number]

/** Lengths in characters. The summary's is a hard limit of the form, shown as a counter; the title's too. */
export const titleLimit = 110
export const summaryLimit = 240
