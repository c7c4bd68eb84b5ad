// The server killed between a choice and its copy, on both databases: after the restart the state is whole and the words are there exactly once.
import { afterAll, expect, test } from 'vitest'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { type DyingServer, serveDyingMerges } from '#server/testing/dyingServer.ts'
import { MergeDesk, serveMerges, timesIn, until } from '#server/testing/mergeBench.ts'
import { type FreshPlace, freshPlace } from '#server/testing/stores.ts'

/**
 * Dies at a moment of one command: `decided` before the document is written, `written` when it is and nobody was told, `done`
 * before it is noted that it was done.
 */
const dieAtMoment = `
const [command, when] = given
let decided = false
const { saveState, effectDone } = store.rooms
store.rooms.saveState = async (...all) => {
  const outcome = await saveState.apply(store.rooms, all)
  decided ||= all[3].command === command
  return outcome
}
const { append } = store.documentLog
store.documentLog.append = async (...all) => {
  if (decided && when === 'decided') return die()
  const seq = await append.apply(store.documentLog, all)
  return decided && when === 'written' ? die() : seq
}
store.rooms.effectDone = (...all) => decided && when === 'done' ? die() : effectDone.apply(store.rooms, all)
`

const cases = [
  ['sqlite', 'open', 'decided'],
  ['sqlite', 'take', 'decided'],
  ['sqlite', 'take', 'written'],
  ['sqlite', 'take', 'done'],
  ['sqlite', 'untake', 'decided'],
  ['sqlite', 'join', 'done'],
  ['postgres', 'take', 'decided'],
  ['postgres', 'take', 'written'],
  ['postgres', 'untake', 'done'],
] as const

interface Prepared {
  readonly place: FreshPlace
  readonly dying: DyingServer
}

async function prepare([kind, verb, when]: (typeof cases)[number]): Promise<Prepared> {
  const place = await freshPlace(kind)
  return { place, dying: await serveDyingMerges(place.settings, dieAtMoment, [`merge.${verb}`, when]) }
}

/** The next server comes up while this one's death is looked at. */
const prepared: Promise<Prepared>[] = []
function preparedFor(at: number): Promise<Prepared> {
  const found = (prepared[at] ??= prepare(cases[at] ?? cases[0]))
  // Whoever waits for it hears of a failure.
  found.catch(() => undefined)
  return found
}
afterAll(async () => {
  for (const one of await Promise.allSettled(prepared)) if (one.status === 'fulfilled') one.value.dying.stop()
})

test.each(cases.map((one, at) => [...one, at] as const))(
  '%s: killed in %s, %s',
  async (_kind, verb, _when, at) => {
    const { place, dying } = await preparedFor(at)
    if (at + 1 < cases.length) void preparedFor(at + 1)
    const desk = await new MergeDesk(dying).enter('TROIS', 'facilitator-nantes')
    await act(desk, verb)
    expect(await dying.ended).toEqual([null, 'SIGKILL'])
    desk.leave()

    // Twice: what was done at the first start is not done again at the second.
    for (let n = 0; n < 2; n++) {
      const store = await openStore(place.settings)
      const again = await serveMerges(store, place.settings.dataDir)
      await until(async () => (await store.rooms.pendingEffects('trois')).length === 0)
      const reader = await new MergeDesk(again).enter('TROIS', 'member-lyon')
      await expectWhole(reader, verb)
      reader.leave()
      await again.close()
      await store.close()
    }
    place.remove()
  },
)

const named = ['n', 'l'].map((group) => ({ spaceId: `space-${group}`, draftId: `draft-${group}` }))

/** Does what the server dies of; what comes before it is done and told. */
async function act(desk: MergeDesk, verb: string): Promise<void> {
  const silent = (asked: Promise<unknown>): void => void asked.catch(() => undefined)
  if (verb === 'open') return silent(desk.say('open', { parents: named, all: true }))
  const { mergeId } = await desk.open('nl')
  const passages = [desk.passage(mergeId, 'huit places'), desk.passage(mergeId, 'minoritaire l')]
  if (verb === 'untake') {
    expect(await desk.say('take', { mergeId, passages })).toMatchObject({ ok: true })
    await until(() => timesIn(desk.read(mergeId), 'huit places') === 1)
  }
  silent(desk.say(verb, { mergeId, passages: verb === 'join' ? passages.slice(0, 1) : passages }))
}

async function expectWhole(reader: MergeDesk, verb: string): Promise<void> {
  const [merge, ...others] = Object.values(reader.state?.merges ?? {})
  if (!merge) throw new Error('no merge')
  expect(others).toEqual([])
  expect(reader.parents(merge.id)).toHaveLength(2)
  const read = reader.read(merge.id)
  const times = (words: string): number => timesIn(read, words)
  const huit = reader.passage(merge.id, 'huit places')
  switch (verb) {
    case 'open':
      for (const { id, text } of reader.parents(merge.id).flatMap(({ passages }) => passages)) {
        expect(merge.taken[id]).toMatchObject({ n: 1, now: true })
        expect(times(text), text).toBe(1)
      }
      break
    case 'take':
      expect(merge.taken[huit]).toMatchObject({ n: 1, now: true })
      expect([times('huit places'), times('minoritaire l')]).toEqual([1, 1])
      expect(await reader.say('take', { mergeId: merge.id, passages: [huit] })).toMatchObject({
        error: { reason: 'merge.alreadyTaken' },
      })
      break
    case 'untake':
      expect(merge.taken[huit]).toMatchObject({ n: 1, now: false })
      expect([times('huit places'), times('minoritaire l')]).toEqual([0, 0])
      break
    default:
      expect(merge.fates[huit]).toMatchObject({ kind: 'joined', nuanceId: `n-${huit}` })
      expect(read.nuances).toMatchObject([{ id: `n-${huit}`, groupId: 'grp-n' }])
      expect(times('huit places')).toBe(1)
  }
}
