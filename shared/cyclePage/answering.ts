// Who may register for a session, and whether there is a place left. The same rules grey the button out and refuse the request.
import type { Places } from '#shared/cyclePage/cycleAnswers.ts'
import type { Coming } from '#shared/group/groupPage.ts'

export interface Answering {
  /** Whether the session lies behind. */
  readonly held: boolean
  readonly cancelled: boolean
  readonly signedIn: boolean
  readonly demo: boolean
  /** Whether every group of the session meets online, open to all. */
  readonly open: boolean
}

/**
 * [C1] Nobody registers for what is over or cancelled. [C2] Whoever has an account may, and in the demo anybody.
 * [C3] A stranger's name is taken where a session is open to all; elsewhere one comes through the group.
 */
export const mayAnswer = ({ held, cancelled, signedIn, demo, open }: Answering): boolean =>
  !held && !cancelled && (signedIn || demo || open)

/** [C4] A full side refuses whoever is not on it yet; saying that one does not come is never refused. */
export function hasPlace(
  answer: Coming | null,
  {
    places,
    coming,
    own,
  }: {
    readonly places: Places
    readonly coming: { readonly room: number; readonly remote: number }
    readonly own: Coming | null
  },
): boolean {
  if (answer === null || answer === 'no' || answer === own) return true
  const most = places[answer]
  return most === null || coming[answer] < most
}
