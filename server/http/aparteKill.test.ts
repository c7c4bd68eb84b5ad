// A server killed in the start or the end of apartés: after the restart it goes on, once.
import { rmSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { InRoom, leaveRooms, mayLead, Person, prepare, until, wordsOn } from '#server/testing/aparteRoom.ts'
import { serveAgain, serveDying, storeFolder } from '#server/testing/dyingServer.ts'
import { createDraft, draftsOf, readDrafts } from '#shared/draft/draftModel.ts'
import { addNote } from '#shared/whiteboard/commands.ts'
import { isShape, readRecords } from '#shared/whiteboard/place.ts'

afterEach(leaveRooms)

/** Dies at a named moment of a start or an end. */
const dieAtMoment = `
const [command, when] = given
let decided = false
const { saveState, saveRoom, effectDone } = store.rooms
store.rooms.saveState = async (...all) => {
  const outcome = await saveState(...all)
  decided ||= all[3].command === command
  if (decided && when === 'decided') return die()
  return outcome
}
let rooms = 0
store.rooms.saveRoom = async (...all) => {
  await saveRoom(...all)
  if (decided && when === 'halfway' && ++rooms === 1) return die()
}
store.rooms.effectDone = (...all) => decided && when === 'done' ? die() : effectDone(...all)
`

const moments = ['start', 'end'].flatMap((command) =>
  ['decided', 'halfway', 'done'].map((when) => [command, when] as const),
)

test.each(moments)(
  'killed in an aparté’s %s, %s: after the restart it goes on, once',
  async (command, when) => {
    const dataDir = await storeFolder()
    const dying = await serveDying(dataDir, dieAtMoment, [`subgroups.${command}`, when])
    const [leader, ana, ben] = [
      await new Person(dying).enter('Eva', mayLead),
      await new Person(dying).enter('Ana'),
      await new Person(dying).enter('Ben'),
    ]
    const ids = await prepare(leader.room, [[ana.seatId], [ben.seatId]])
    const go = leader.room.say('subgroups.start', { kind: 'aparte', minutes: null }).catch(() => undefined)
    if (command === 'end') {
      await go
      for (const [n, who] of [ana, ben].entries()) {
        const apart = await who.goApart(ids[n] ?? '')
        addNote(apart.board, { text: `note ${n}` })
        createDraft(apart.docOf('drafts'), { title: `texte ${n}` })
        // Acknowledged by what a second line reads.
        const mirror = new InRoom(dying.url, apart.answer)
        for (const { name } of apart.answer.documents) await mirror.openDocument(name)
        await until(() => wordsOn(mirror.board).length === 1 && draftsOf(mirror.docOf('drafts')).size === 1)
      }
      void leader.room.say('subgroups.end', {}).catch(() => undefined)
    }
    expect(await dying.ended).toEqual([null, 'SIGKILL'])
    leaveRooms()

    // Twice: what was done at the first start is not done again at the second.
    for (let n = 0; n < 2; n++) {
      const again = await serveAgain(dataDir)
      await until(async () => (await again.store.rooms.pendingEffects()).length === 0)
      const apartes = await again.store.rooms.apartes('nantes')
      expect(apartes.map(({ title, aparte }) => [title, aparte?.closed]).sort()).toEqual([
        ['Groupe 1', command === 'end'],
        ['Groupe 2', command === 'end'],
      ])
      const reader = await new Person(again).enter('Lou')
      if (command === 'start') {
        expect(reader.room.view?.plan?.status).toBe('running')
        expect(await reader.room.say('subgroups.choose', { to: ids[0] })).toMatchObject({ ok: true })
        expect((await reader.goApart(ids[0] ?? '')).answer.documents.map(({ access }) => access)).toEqual([
          'write',
          'write',
        ])
      } else {
        expect(reader.room.view).toMatchObject({ plan: null, last: { kind: 'aparte' } })
        expect(wordsOn(reader.room.board).sort()).toEqual(['note 0', 'note 1'])
        const cards = [...readRecords(reader.room.board).values()].filter((one) => isShape(one, 'draft'))
        expect(cards).toHaveLength(2)
        const texts = [...reader.room.docs].filter(([name]) => name.startsWith('drafts'))
        expect(texts.flatMap(([, doc]) => readDrafts(doc).map(({ title }) => title)).sort()).toEqual([
          'texte 0',
          'texte 1',
        ])
      }
      leaveRooms()
      await again.serving.close()
      await again.store.close()
    }
    rmSync(dataDir, { recursive: true })
  },
)
