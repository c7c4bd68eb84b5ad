// The room lane: a slice of a room's state and the commands that may change it. Rules are pure: no clock, no store, no socket.
import type { z } from 'zod'
import type { Result } from '#shared/contract/result.ts'
import type { Actor } from '#shared/people/actor.ts'

export interface CommandContext {
  readonly actor: Actor
  /** Milliseconds since 1970, server clock. */
  readonly now: number
  /** Read from outside before the decision, by the server's half of the feature. */
  readonly facts: unknown
  /** A fresh random id, for what the command makes. */
  readonly newId: string
}

export interface Command<State, Input> {
  readonly input: z.ZodType<Input>
  readonly may: (actor: Actor, input: Input) => boolean
  readonly apply: (state: State, input: Input, context: CommandContext) => Result<State>
}

export interface Slice<State, Commands> {
  readonly state: z.ZodType<State>
  readonly initial: State
  readonly commands: Commands
  /** What of the state a person may see; the whole of it when absent. */
  readonly view?: (state: State, actor: Actor) => unknown
}

/** Declares a slice; `command` infers each input inside `may` and `apply`. */
export function slice<State>(state: z.ZodType<State>, initial: State) {
  return {
    command: <Input>(command: Command<State, Input>): Command<State, Input> => command,
    with: <Commands>(
      commands: Commands,
      view?: (state: State, actor: Actor) => unknown,
    ): Slice<State, Commands> => (view ? { state, initial, commands, view } : { state, initial, commands }),
  }
}
