// The context of a command for tests of rules, made of the little that a test cares about.
import type { CommandContext } from '#shared/contract/slice.ts'
import type { Actor, SeatHere } from '#shared/people/actor.ts'

export type RuleContextWish<Secret> = Partial<Omit<CommandContext<Secret>, 'actor'>> & {
  readonly actor?: Partial<Actor>
}

/**
 * A guest participant with one seat of the same id, alone in the room, at instant 0; what is wished for stands in its place.
 * Draws are 0.5 each time unless `random` is given.
 */
export function ruleContext(wish: RuleContextWish<undefined>): CommandContext<undefined>
export function ruleContext<Secret>(
  wish: RuleContextWish<Secret> & { readonly secret: Secret },
): CommandContext<Secret>
export function ruleContext<Secret>(wish: RuleContextWish<Secret>): CommandContext<Secret | undefined> {
  const actor: Actor = {
    ...{ participantId: 'ana', roomId: 'r', standing: 'guest', role: 'participant', groupId: null },
    ...wish.actor,
  }
  const seats = wish.seats ?? [{ id: `seat-${actor.participantId}`, name: actor.participantId }]
  const present: readonly SeatHere[] = seats.map((seat) => ({
    ...seat,
    ...{ participantId: actor.participantId, role: actor.role, groupId: actor.groupId },
    ...{ presence: 'remote', side: 'remote' },
  }))
  return {
    ...{ present, now: 0, facts: undefined, newId: 'new', random: () => 0.5, secret: undefined },
    ...wish,
    actor,
    seats,
  }
}
