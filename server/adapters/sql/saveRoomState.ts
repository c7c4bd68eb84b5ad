// One transaction that keeps a room's next state together with its journal line.
import { forUpdate, type Scope } from '#server/adapters/sql/scope.ts'

export interface RoomStateToSave {
  readonly roomId: string
  /** The version that was decided upon; the next one is written. */
  readonly version: number
  /** JSON text. */
  readonly state: string
  readonly entry: {
    readonly commandId: string
    readonly command: string
    readonly participantId: string
    /** JSON text, or null where there is nothing to say. */
    readonly input: string | null
    readonly answer: string | null
    readonly at: number
  }
  /** JSON text; null takes the slice's secret away. */
  readonly secret: { readonly slice: string; readonly value: string | null } | null
  readonly effects: readonly {
    readonly id: string
    readonly slice: string
    readonly kind: string
    readonly input: string
  }[]
}

export type RoomStateSaved =
  /** `forgets`: a secret lost something, of which nothing may stay behind in the files. */
  | { readonly kind: 'saved'; readonly forgets: boolean }
  | { readonly kind: 'stale' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'duplicate'; readonly answer: string | null }

/** A command that was kept before is a duplicate even when the version has moved since: its first answer stands. */
export async function saveRoomState({ db, kind }: Scope, saved: RoomStateToSave): Promise<RoomStateSaved> {
  const { roomId, version, entry } = saved
  const room = await db
    .selectFrom('rooms')
    .select('id')
    .where('id', '=', roomId)
    .modifyEnd(forUpdate(kind))
    .executeTakeFirst()
  if (!room) return { kind: 'unknown' }

  const line = await db
    .selectFrom('journal')
    .select('answer')
    .where('room_id', '=', roomId)
    .where('command_id', '=', entry.commandId)
    .executeTakeFirst()
  if (line) return { kind: 'duplicate', answer: line.answer }

  const present = await db
    .selectFrom('room_states')
    .select('version')
    .where('room_id', '=', roomId)
    .executeTakeFirst()
  if ((present?.version ?? 0) !== version) return { kind: 'stale' }

  const next = { version: version + 1, state: saved.state }
  await db
    .insertInto('room_states')
    .values({ room_id: roomId, ...next })
    .onConflict((conflict) => conflict.column('room_id').doUpdateSet(next))
    .execute()
  await db
    .insertInto('journal')
    .values({
      room_id: roomId,
      command_id: entry.commandId,
      version: next.version,
      command: entry.command,
      participant_id: entry.participantId,
      input: entry.input,
      answer: entry.answer,
      at: entry.at,
    })
    .execute()
  const forgets = await saveMore(db, saved, next.version)
  return { kind: 'saved', forgets }
}

async function saveMore(
  db: Scope['db'],
  { roomId, secret, effects }: RoomStateToSave,
  version: number,
): Promise<boolean> {
  const before = secret
    ? await db
        .selectFrom('room_secrets')
        .select('value')
        .where('room_id', '=', roomId)
        .where('slice', '=', secret.slice)
        .executeTakeFirst()
    : undefined
  if (secret?.value === null)
    await db
      .deleteFrom('room_secrets')
      .where('room_id', '=', roomId)
      .where('slice', '=', secret.slice)
      .execute()
  else if (secret)
    await db
      .insertInto('room_secrets')
      .values({ room_id: roomId, slice: secret.slice, value: secret.value })
      .onConflict((conflict) =>
        conflict.columns(['room_id', 'slice']).doUpdateSet({ value: secret.value ?? '' }),
      )
      .execute()
  if (effects.length > 0)
    await db
      .insertInto('room_effects')
      .values(effects.map((effect, place) => ({ ...effect, room_id: roomId, version, place })))
      .execute()
  return secret !== null && (secret.value?.length ?? 0) < (before?.value.length ?? 0)
}
