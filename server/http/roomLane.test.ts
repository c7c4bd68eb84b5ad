// The room lane's loop on both databases: secrets that are neither shown nor journalled, effects that survive a crash.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createLiveRooms, type LiveRoomsOptions } from '#server/live/rooms.ts'
import type { KeptEffect } from '#server/ports/rooms.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'
import { secretDigest } from '#server/transport/secretDigest.ts'
import { ok } from '#shared/contract/result.ts'
import { Change, secretSlice } from '#shared/contract/slice.ts'
import type { Actor } from '#shared/people/actor.ts'

const State = z.object({ count: z.number(), shown: z.array(z.string()) })
const Secret = z.record(z.string(), z.array(z.string()))
type Words = z.output<typeof Secret>
const { command, with: withCommands } = secretSlice(
  State,
  { count: 0, shown: [] as string[] },
  {
    schema: Secret,
    initial: {} as Words,
  },
)
const words = withCommands(
  {
    write: command({
      input: z.object({ text: z.string() }),
      may: () => true,
      isSecret: true,
      apply: (state, { text }, { actor, secret }) =>
        ok(
          new Change(
            { ...state, count: state.count + 1 },
            { secret: { ...secret, [actor.participantId]: [...(secret[actor.participantId] ?? []), text] } },
          ),
        ),
    }),
    reveal: command({
      input: z.object({}),
      may: ({ role }) => role === 'facilitator',
      apply: (_state, _input, { secret }) => {
        const shown = Object.values(secret).flat()
        return ok(new Change({ count: 0, shown }, { secret: {}, effects: [{ kind: 'place', input: shown }] }))
      },
    }),
  },
  (state, { actor, secret }) => ({ ...state, mine: secret[actor.participantId] ?? [] }),
)

const actor = (participantId: string, role: Actor['role'] = 'participant'): Actor => ({
  ...{ participantId, role, roomId: 'nantes', standing: 'guest', groupId: null },
})
let sent = 0
const envelope = (input: unknown, id = `command-${++sent}`) => ({ id, input })

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore(kind)
  })
  afterAll(() => fresh.close())
  beforeEach(async () => {
    await fresh.store.rooms.removeRoom('nantes')
    const room = {
      id: 'nantes',
      code: 'NANTES',
      title: 'N',
      kind: 'group',
      groupIds: [],
      spaces: [],
    } as const
    await fresh.store.rooms.saveRoom({ ...room, doorOpen: true, sessionId: null })
  })
  const laneWith = (perform: (effect: KeptEffect) => Promise<void>, more: Partial<LiveRoomsOptions> = {}) =>
    createLiveRooms({
      rooms: fresh.store.rooms,
      slices: { words },
      servers: { words: { perform } },
      company: async () => ({ seats: [], present: [] }),
      digest: secretDigest('test'),
      ...{ now: () => 1, random: () => 0.5, warn: () => undefined },
      ...more,
    })

  test('a secret is shown to its author alone, and no table but its own has ever held it', async () => {
    const lane = laneWith(async () => undefined)
    expect(await lane.run(actor('ana'), 'words.write', envelope({ text: 'canari' }))).toMatchObject({
      ok: true,
    })
    const reading = await lane.read('nantes')
    expect(reading.view(actor('ana'), [])).toEqual({ words: { count: 1, shown: [], mine: ['canari'] } })
    expect(JSON.stringify(reading.view(actor('ben', 'facilitator'), []))).not.toContain('canari')
    const journal = await fresh.store.rooms.journal('nantes', { after: 0, limit: 10 })
    expect(JSON.stringify([journal, await fresh.store.rooms.state('nantes')])).not.toContain('canari')
    expect(journal[0]).toMatchObject({
      input: { digest: secretDigest('test')('{"text":"canari"}') },
      participantId: '',
    })
    expect(JSON.stringify(journal)).not.toContain('ana')
  })

  test('a retry is harmless, also after the process has begun anew', async () => {
    const said = envelope({ text: 'une fois' })
    const first = await laneWith(async () => undefined).run(actor('ana'), 'words.write', said)
    const lane = laneWith(async () => undefined)
    expect(await lane.run(actor('ana'), 'words.write', said)).toEqual(first)
    expect((await lane.read('nantes')).view(actor('ana'), [])).toMatchObject({
      words: { mine: ['une fois'] },
    })
  })

  test('an effect that could not be done is done at the next start, once, under the same id', async () => {
    const done: KeptEffect[] = []
    const warned: string[] = []
    const broken = laneWith(() => Promise.reject(new Error('the board is away')), {
      warn: (_context, message) => warned.push(message),
    })
    await broken.run(actor('ana'), 'words.write', envelope({ text: 'un' }))
    expect(await broken.run(actor('eva', 'facilitator'), 'words.reveal', envelope({}))).toMatchObject({
      ok: true,
    })
    expect(warned).toHaveLength(1)
    const [waiting] = await fresh.store.rooms.pendingEffects('nantes')
    const lane = laneWith(async (effect) => void done.push(effect))
    await lane.resume()
    await lane.resume()
    expect(done).toEqual([waiting])
    expect(done[0]).toMatchObject({ slice: 'words', kind: 'place', input: ['un'] })
  })

  test('commands of one room that come at once are decided one after another', async () => {
    const lane = laneWith(async () => undefined)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        lane.run(actor(`p${n}`), 'words.write', envelope({ text: `${n}` })),
      ),
    )
    expect(answers.every(({ ok: done }) => done)).toBe(true)
    expect((await lane.read('nantes')).view(actor('x'), [])).toMatchObject({ words: { count: 20 } })
  })
})
