// When somebody is told by mail what became of what they follow.
import { z } from 'zod'

/** `off`: nothing is mailed; the home page shows it all the same. */
export const rhythms = ['off', 'immediate', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

export interface NoticeWishes {
  readonly rhythm: Rhythm
  /** Whether the texts of one's own groups are followed without being asked for one by one. */
  readonly ownTexts: boolean
}

/** [N1] Whoever never said anything gets one digest a week, about the texts of their own groups. */
export const usualWishes: NoticeWishes = { rhythm: 'weekly', ownTexts: true }

export const wishesInput = z.object({ rhythm: z.enum(rhythms), ownTexts: z.boolean() })
/** `POST /api/notices/stop`: the word of a mail's own link. */
export const stopInput = z.object({ token: z.string().regex(/^[\w-]{27}$/) })

/** `GET /api/me/notices` */
export interface NoticesAnswer extends NoticeWishes {
  /** Null where nobody said one: then nothing can be mailed. */
  readonly email: string | null
  /** Whether this server sends mails; else they wait for an administrator. */
  readonly sends: boolean
  readonly follows: readonly {
    readonly target: 'recommendation' | 'theme'
    readonly id: string
    readonly title: string
  }[]
  /** Published texts of one's own groups. */
  readonly ownTextCount: number
}

/** Digests leave at seven in the morning, by the clock of the server. */
const hour = 7
const day = 24 * 3_600_000

/**
 * [N2] What was told until an instant is told again at the first seven o'clock after it, or at the first of a Monday; at once where
 *      that was wished for. Null: never.
 */
export function nextDue(rhythm: Rhythm, toldUntil: number): number | null {
  if (rhythm === 'off') return null
  if (rhythm === 'immediate') return toldUntil
  const due = new Date(toldUntil)
  due.setHours(hour, 0, 0, 0)
  while (due.getTime() <= toldUntil || (rhythm === 'weekly' && due.getDay() !== 1))
    due.setTime(due.getTime() + day)
  // A day on which the clock was changed has 23 or 25 hours.
  due.setHours(hour, 0, 0, 0)
  return due.getTime()
}

/** [N3] Followed: what was asked for, by text or by theme, and the texts of one's own groups where that is wished for. */
export function isFollowed(
  text: { readonly id: string; readonly themeId: string; readonly groupIds: readonly string[] },
  who: {
    readonly follows: ReadonlySet<string>
    readonly groupIds: readonly string[]
    readonly ownTexts: boolean
  },
): boolean {
  return (
    who.follows.has(`recommendation:${text.id}`) ||
    who.follows.has(`theme:${text.themeId}`) ||
    (who.ownTexts && text.groupIds.some((id) => who.groupIds.includes(id)))
  )
}
