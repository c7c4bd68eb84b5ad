// The room lane: a slice of a room's state and the commands that may change it. Rules are pure: no clock, no store, no socket.
import type { z } from 'zod'
import type { Result } from '#shared/contract/result.ts'
import type { Actor, Seat, SeatHere } from '#shared/people/actor.ts'

export interface CommandContext<Secret = unknown> {
  readonly actor: Actor
  /** The people behind the actor's device, the participant first. */
  readonly seats: readonly Seat[]
  /** Seats of everybody who is in the room now, in order of arrival. */
  readonly present: readonly SeatHere[]
  /** Milliseconds since 1970, server clock. */
  readonly now: number
  /** Read from outside before the decision, by the server's half of the feature. */
  readonly facts: unknown
  /** A fresh random id, for what the command makes; further ones are made of it by a suffix. */
  readonly newId: string
  /** 0 to 1, from the server's own source: for drawing lots and shuffling, which nobody may foresee. */
  readonly random: () => number
  /** What only the server knows; undefined in a slice without secrets. */
  readonly secret: Secret
}

/** Something to be done outside the room's state once the decision is kept: a change of a document, a record. */
export interface Effect {
  readonly kind: string
  /** JSON. */
  readonly input: unknown
}

/** A decision that touches more than the state. */
export class Change<State, Secret> {
  readonly state: State
  readonly more: { readonly secret?: Secret; readonly effects?: readonly Effect[] }
  constructor(state: State, more: Change<State, Secret>['more']) {
    this.state = state
    this.more = more
  }
}

export interface Command<State, Input, Secret = undefined> {
  readonly input: z.ZodType<Input>
  readonly may: (actor: Actor, input: Input) => boolean
  readonly apply: (
    state: State,
    input: Input,
    context: CommandContext<Secret>,
  ) => Result<State | Change<State, Secret>>
  /** What is said stays between the person and the server: the journal keeps a keyed digest in its place. */
  readonly isSecret?: boolean
}

/** Who looks at a slice. */
export interface Viewer<Secret = undefined> {
  readonly actor: Actor
  readonly seats: readonly Seat[]
  readonly secret: Secret
}

export interface Slice<State, Commands, Secret = undefined, View = State> {
  readonly state: z.ZodType<State>
  readonly initial: State
  readonly commands: Commands
  /** What never leaves the server but through `view`, and where it begins. Kept in a table of its own. */
  readonly secret?: { readonly schema: z.ZodType<Secret>; readonly initial: Secret }
  /** What of the state a person may see; the whole of it when absent. */
  readonly view?: (state: State, viewer: Viewer<Secret>) => View
}

/** Declares a slice; `command` infers each input inside `may` and `apply`. */
export function slice<State>(state: z.ZodType<State>, initial: State) {
  return {
    command: <Input>(command: Command<State, Input>): Command<State, Input> => command,
    with: <Commands, View = State>(
      commands: Commands,
      view?: (state: State, viewer: Viewer) => View,
    ): Slice<State, Commands, undefined, View> =>
      view ? { state, initial, commands, view } : { state, initial, commands },
  }
}

/** The same for a slice that keeps secrets; its view must be written, for the whole state is seldom what everybody may see. */
export function secretSlice<State, Secret>(
  state: z.ZodType<State>,
  initial: State,
  secret: { readonly schema: z.ZodType<Secret>; readonly initial: Secret },
) {
  return {
    command: <Input>(command: Command<State, Input, Secret>): Command<State, Input, Secret> => command,
    with: <Commands, View>(
      commands: Commands,
      view: (state: State, viewer: Viewer<Secret>) => View,
    ): Slice<State, Commands, Secret, View> => ({ state, initial, commands, secret, view }),
  }
}
