// Who comes to which session, in SQL. The answers are rows of `comings`, which the groups' pages write too.
import type { Kysely } from 'kysely'
import type { Database } from '#server/adapters/sql/database.ts'
import type { Schema } from '#server/adapters/sql/schema.ts'
import { forUpdate } from '#server/adapters/sql/scope.ts'
import type { Registered, Registration, Registrations } from '#server/ports/registrations.ts'
import { hasPlace } from '#shared/cyclePage/answering.ts'
import type { Coming } from '#shared/group/groupPage.ts'

const unlimited = { room: null, remote: null }

export function sqlRegistrations(database: Database): Registrations {
  const { read, write } = database
  return {
    register: (registration) => register(database, registration),
    registered: (sessionIds) => registered(read, sessionIds),
    async answersOf(author) {
      const rows = await read
        .selectFrom('comings')
        .select(['session_id', 'answer'])
        .where('author', '=', author)
        .orderBy('group_id')
        .execute()
      return new Map(rows.map(({ answer, session_id }) => [session_id, answer as Coming])) // written as such only
    },
    async places(sessionIds) {
      if (sessionIds.length === 0) return new Map()
      const rows = await read
        .selectFrom('session_places')
        .selectAll()
        .where('session_id', 'in', sessionIds)
        .execute()
      return new Map(rows.map(({ session_id, room, remote }) => [session_id, { room, remote }]))
    },
    async setPlaces(sessionId, { room, remote }, roomId) {
      await write
        .insertInto('session_places')
        .values({ session_id: sessionId, room, remote, room_id: roomId })
        .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ room, remote }))
        .execute()
    },
  }
}

async function registered(
  db: Kysely<Schema>,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Registered[]>> {
  if (sessionIds.length === 0) return new Map()
  const [answers, names] = await Promise.all([
    db
      .selectFrom('comings')
      .select(['session_id', 'author', 'answer'])
      .where('session_id', 'in', sessionIds)
      .orderBy('group_id')
      .execute(),
    db.selectFrom('registration_names').selectAll().where('session_id', 'in', sessionIds).execute(),
  ])
  const found = new Map<string, Map<string, Registered>>()
  for (const { session_id, author, answer } of answers) {
    const ofSession = found.get(session_id) ?? new Map<string, Registered>()
    const name = names.find((one) => one.session_id === session_id && one.author === author)?.name ?? null
    // Whoever is in two groups of a joint session is one person.
    ofSession.set(author, { author, name, answer: answer as Coming }) // written as such only
    found.set(session_id, ofSession)
  }
  return new Map([...found].map(([id, ofSession]) => [id, [...ofSession.values()]]))
}

const counted = (people: readonly Registered[], side: Coming): number =>
  people.filter(({ answer }) => answer === side).length

async function register(
  { kind, write }: Database,
  { answer, at, author, groupId, name, roomId, sessionId }: Registration,
): Promise<'saved' | 'full'> {
  return write.transaction().execute(async (db) => {
    // Locks the session's places: of two who take the last one, the second is counted after the first.
    const places = await db
      .selectFrom('session_places')
      .selectAll()
      .where('session_id', '=', sessionId)
      .modifyEnd(forUpdate(kind))
      .executeTakeFirst()
    const people = (await registered(db, [sessionId])).get(sessionId) ?? []
    const own = people.find((one) => one.author === author)?.answer ?? null
    const coming = { room: counted(people, 'room'), remote: counted(people, 'remote') }
    if (!hasPlace(answer, { places: places ?? unlimited, coming, own })) return 'full'
    await db.deleteFrom('comings').where('session_id', '=', sessionId).where('author', '=', author).execute()
    await db
      .deleteFrom('registration_names')
      .where('session_id', '=', sessionId)
      .where('author', '=', author)
      .execute()
    if (answer === null) return 'saved'
    await db
      .insertInto('comings')
      .values({ group_id: groupId, session_id: sessionId, author, room_id: roomId, answer })
      .execute()
    if (name !== null)
      await db
        .insertInto('registration_names')
        .values({ session_id: sessionId, author, name, at, room_id: roomId })
        .execute()
    return 'saved'
  })
}
