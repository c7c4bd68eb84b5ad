// Merges over real sockets, on both databases: the same row taken at once, what may be brought in by whom, hostile clients, three groups.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Serving } from '#server/http/serve.ts'
import {
  hiddenCanary,
  MergeDesk,
  seedMergeRooms,
  seedParents,
  serveMerges,
  timesIn,
  until,
} from '#server/testing/mergeBench.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'
import { createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { jointBlocks } from '#shared/merge/jointBlocks.ts'
import { mapOf } from '#shared/merge/mergesInDocument.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  let server: Serving & { readonly url: string }
  const desks: MergeDesk[] = []
  const enter = async (code: string, persona?: string, more: object = {}): Promise<MergeDesk> => {
    const desk = await new MergeDesk(server).enter(code, persona, more)
    desks.push(desk)
    return desk
  }
  /** What the server has on disk. */
  const onDisk = (mergeId: string) =>
    server.deps.lane.read('drafts/space-j', (doc) =>
      readDraft(`d-${mergeId}`, draftsOf(doc).get(`d-${mergeId}`)),
    )
  beforeAll(async () => {
    fresh = await freshStore(kind)
    await seedMergeRooms(fresh.store)
    server = await serveMerges(fresh.store, '/nonexistent')
    await seedParents(server)
  })
  afterEach(() => {
    for (const desk of desks.splice(0)) desk.leave()
  })
  afterAll(async () => {
    await server.close()
    await fresh.close()
  })
  /** Merges of the same drafts are one: each test gives up its own. */
  const give = async (desk: MergeDesk, mergeId: string): Promise<void> => {
    expect(await desk.say('close', { mergeId, reason: 'fini' })).toMatchObject({ ok: true })
  }

  test('[M2] two people take the same passage at the same moment, 50 rounds: never twice, and the second is told', async () => {
    const [nantes, lyon] = [await enter('TROIS', 'facilitator-nantes'), await enter('TROIS', 'member-lyon')]
    const { mergeId } = await nantes.open('nl')
    await until(() => lyon.state?.merges[mergeId] !== undefined && lyon.draft(mergeId) !== undefined)
    const passage = nantes.passage(mergeId, 'huit places')
    for (let round = 0; round < 50; round++) {
      const both = [nantes, lyon].map((one) => one.say('take', { mergeId, passages: [passage] }))
      const answers = await Promise.all(round % 2 === 0 ? both : both.reverse())
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
      expect(answers.find(({ ok }) => !ok)?.error?.reason).toBe('merge.alreadyTaken')
      expect(timesIn(await onDisk(mergeId), 'huit places')).toBe(1)
      if (round === 0) {
        await until(() => lyon.merge(mergeId).taken[passage]?.now === true)
        const { taken, people } = lyon.merge(mergeId)
        expect(taken[passage]?.n).toBe(1)
        expect(['facilitator-nantes', 'member-lyon']).toContain(people[taken[passage]?.by ?? -1]?.name)
      }
      expect(await lyon.say('untake', { mergeId, passages: [passage] })).toMatchObject({ ok: true })
      expect(timesIn(await onDisk(mergeId), 'huit places')).toBe(0)
    }
    await until(() => [nantes, lyon].every((one) => timesIn(one.read(mergeId), 'huit places') === 0))
    // `both` takes what is not taken yet.
    const row = [passage, nantes.passage(mergeId, 'six places')]
    expect(await nantes.say('take', { mergeId, passages: row.slice(0, 1) })).toMatchObject({ ok: true })
    expect(await lyon.say('take', { mergeId, passages: row })).toMatchObject({ ok: true })
    expect(await lyon.say('take', { mergeId, passages: row })).toMatchObject({
      error: { reason: 'merge.alreadyTaken' },
    })
    expect(timesIn(await onDisk(mergeId), 'places.')).toBe(2)
    await give(nantes, mergeId)
    expect(await lyon.say('take', { mergeId, passages: row })).toMatchObject({
      error: { reason: 'merge.closed' },
    })
  })

  test('take, untake and take again, 30 rounds, while two type in the same paragraph: every typed character stays', async () => {
    const [nantes, lyon] = [await enter('TROIS', 'facilitator-nantes'), await enter('TROIS', 'member-lyon')]
    const { mergeId } = await nantes.open('nl')
    const kept = nantes.passage(mergeId, 'huit places')
    const coming = nantes.passage(mergeId, 'une fois par mois')
    expect(await nantes.say('take', { mergeId, passages: [kept, coming] })).toMatchObject({ ok: true })
    const wordsOf = (desk: MergeDesk): Y.XmlText | undefined => {
      const section = desk.state?.merges[mergeId] && desk.draft(mergeId)?.get('proposition')
      const block =
        section instanceof Y.XmlFragment
          ? jointBlocks(section).find(({ text }) => text.includes('comité'))
          : undefined
      return block?.element.get(0) as Y.XmlText | undefined // a textblock's text
    }
    await until(() => [nantes, lyon].every((one) => wordsOf(one)?.toString().includes('mois') === true))
    const typed: string[] = []
    let isOver = false
    const typing = [nantes, lyon].map(async (desk, who) => {
      for (let n = 0; !isOver || n < 100; n++) {
        const letter = String.fromCodePoint(0x4e00 + who * 5_000 + n)
        const words = wordsOf(desk)
        // Between the words that stay and those that come and go, and after them.
        words?.insert(
          n % 2 === 0 ? words.length : Math.min(words.length, 'Le comité local compte huit places.'.length),
          letter,
          {},
        )
        if (words) typed.push(letter)
        await new Promise((resolve) => setTimeout(resolve, 3))
      }
    })
    for (let round = 0; round < 30; round++) {
      expect(await lyon.say('untake', { mergeId, passages: [coming] })).toMatchObject({ ok: true })
      expect(await nantes.say('take', { mergeId, passages: [coming] })).toMatchObject({ ok: true })
    }
    isOver = true
    await Promise.all(typing)
    let text = ''
    await until(async () => {
      text = JSON.stringify(await onDisk(mergeId))
      return typed.slice(-6).every((letter) => text.includes(letter))
    })
    expect(typed.length).toBeGreaterThanOrEqual(200)
    expect(typed.filter((letter) => text.split(letter).length !== 2)).toEqual([])
    const marked = nantes.draft(mergeId)?.get('proposition') as Y.XmlFragment
    await until(() => {
      const words = jointBlocks(marked).flatMap(({ claims, text: all }) =>
        claims.filter(({ ref }) => ref === coming).map(({ start, end }) => all.slice(start, end)),
      )
      return words.join('') === 'Il se réunit une fois par mois.'
    })
    await give(nantes, mergeId)
  })

  test('three groups’ parents; one comes later; each decides, and the source group alone confirms', async () => {
    const [nantes, lyon, belgium] = [
      await enter('TROIS', 'facilitator-nantes'),
      await enter('TROIS', 'member-lyon'),
      await enter('TROIS', 'board-belgium'),
    ]
    const { mergeId } = await nantes.open('nl')
    const parent = { spaceId: 'space-b', draftId: 'draft-b' }
    expect(await belgium.say('bring', { mergeId, parent })).toMatchObject({ ok: true })
    expect(await belgium.say('bring', { mergeId, parent })).toMatchObject({
      error: { reason: 'merge.sameTwice' },
    })
    await until(() => nantes.parents(mergeId).length === 3)
    expect(nantes.parents(mergeId).map(({ groupId, version }) => [groupId, version])).toEqual([
      ['grp-n', 1],
      ['grp-l', 1],
      ['grp-b', 1],
    ])
    const ids = ['dix places', 'En Belgique', 'minoritaire b'].map((words) => nantes.passage(mergeId, words))
    expect(await lyon.say('take', { mergeId, passages: ids })).toMatchObject({ ok: true })
    const read = await onDisk(mergeId)
    expect(read?.countryPassages['BE']).toBe('En Belgique, la commune décide.')
    expect(read?.nuances).toMatchObject([{ id: `n-${ids[2] ?? ''}`, type: 'minority', groupId: 'grp-b' }])
    expect(timesIn(read, 'dix places')).toBe(1)
    // Somebody says it in other words; the group that said it first confirms.
    const hall = nantes.passage(mergeId, 'prête une salle')
    const words = jointBlocks(nantes.draft(mergeId)?.get('proposition') as Y.XmlFragment)[0]?.element.get(
      0,
    ) as Y.XmlText
    await until(() => words.length > 10)
    words.insert(words.length, ' La commune prête souvent une grande salle.', {})
    await until(async () => timesIn(await onDisk(mergeId), 'grande salle') === 1)
    expect(await lyon.say('confirm', { mergeId, passages: [hall] })).toMatchObject({
      error: { reason: 'merge.notYourWords' },
    })
    expect(await belgium.say('confirm', { mergeId, passages: [hall] })).toMatchObject({ ok: true })
    await until(() => nantes.merge(mergeId).fates[hall]?.kind === 'reworded')
    expect(await belgium.say('confirm', { mergeId, passages: [ids[0]] })).toMatchObject({
      error: { reason: 'merge.notReworded' },
    })
    // One reason for two; joined, changed, taken back: the nuance stays and is named.
    const aside = ['cahier ouvert', 'Chaque trimestre'].map((one) => nantes.passage(mergeId, one))
    expect(
      await nantes.say('setAside', {
        mergeId,
        passages: aside,
        reason: { code: 'too-detailed', text: 'Pour plus tard.' },
      }),
    ).toMatchObject({ ok: true })
    await until(() => Object.keys(lyon.merge(mergeId).reasons).length === 1)
    expect(await lyon.say('join', { mergeId, passages: aside.slice(1), type: 'condition' })).toMatchObject({
      ok: true,
    })
    const nuanceId = `n-${aside[1] ?? ''}`
    await until(() =>
      nantes.read(mergeId).nuances.some(({ id, groupId }) => id === nuanceId && groupId === 'grp-l'),
    )
    const nuances = nantes.draft(mergeId)?.get('nuances') as Y.Map<Y.Map<Y.Text>>
    nuances.get(nuanceId)?.get('text')?.insert(0, 'Surtout : ')
    await until(async () => timesIn(await onDisk(mergeId), 'Surtout : Chaque') === 1)
    expect(await lyon.say('reopen', { mergeId, passages: aside })).toMatchObject({ ok: true })
    await until(() => Object.keys(nantes.merge(mergeId).fates).length === 1)
    expect(nantes.merge(mergeId)).toMatchObject({ left: [nuanceId], reasons: {} })
    expect(timesIn(await onDisk(mergeId), 'Surtout : Chaque')).toBe(1)
    await give(nantes, mergeId)
  })

  test('the source moves on: freezing it again keeps what stayed word for word', async () => {
    const nantes = await enter('TROIS', 'facilitator-nantes')
    const { mergeId } = await nantes.open('n')
    const [key = ''] = nantes.parents(mergeId).map((one) => one.key)
    expect(await nantes.say('refresh', { mergeId, parentKey: key })).toMatchObject({
      error: { reason: 'merge.upToDate' },
    })
    const [stays, goes] = [nantes.passage(mergeId, 'huit places'), nantes.passage(mergeId, 'cahier ouvert')]
    const reason = { code: 'off-topic', text: '' }
    expect(await nantes.say('setAside', { mergeId, passages: [stays, goes], reason })).toMatchObject({
      ok: true,
    })
    const words = (doc: Y.Doc): Y.XmlText =>
      jointBlocks(draftsOf(doc).get('draft-n')?.get('proposition') as Y.XmlFragment)[0]?.element.get(
        0,
      ) as Y.XmlText
    const before = words(nantes.doc('space-n')).toString()
    await server.deps.lane.edit('drafts/space-n', (doc) => {
      const text = words(doc)
      text.insert(text.toString().indexOf(' ouvert'), ' toujours')
    })
    expect(await nantes.say('refresh', { mergeId, parentKey: key })).toMatchObject({ ok: true })
    await until(
      () => nantes.parents(mergeId)[0]?.version === 2 && nantes.merge(mergeId).parents[0]?.version === 2,
    )
    expect(nantes.passage(mergeId, 'huit places')).toBe(stays)
    expect(nantes.passage(mergeId, 'cahier toujours ouvert')).not.toBe(goes)
    expect(Object.keys(nantes.merge(mergeId).fates)).toEqual([stays])
    await server.deps.lane.edit('drafts/space-n', (doc) => {
      const text = words(doc)
      text.delete(text.toString().indexOf(' toujours'), ' toujours'.length)
    })
    await until(() => words(nantes.doc('space-n')).toString() === before)
    await give(nantes, mergeId)
  })

  test('a pull takes everything at once, in a group’s own room too; a split makes two with a part each', async () => {
    const desk = await enter('NANTES', 'member-nantes')
    const { mergeId, spaceId } = await desk.open('n', { all: true })
    expect(spaceId).toBe('space-n')
    await until(() => timesIn(desk.read(mergeId), 'cahier ouvert') === 1)
    const source = readDraft('draft-n', draftsOf(desk.doc('space-n')).get('draft-n'))
    const pulled = desk.read(mergeId)
    expect(pulled.title).toBe('Comité n')
    expect(pulled.sections.proposition.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(
      source?.sections.proposition.map(({ runs }) => runs.map(({ text }) => text).join('')),
    )
    expect(pulled.nuances.map(({ text }) => text)).toEqual(['Avis minoritaire n'])
    const named = { spaceId: 'space-n', draftId: 'draft-n' }
    expect(await desk.say('open', { parents: [named] })).toMatchObject({
      error: { reason: 'merge.alreadyOpen' },
    })
    const parts = [
      { title: 'Places', passages: ['cut-0', 'cut-1'] },
      { title: 'Cahier', passages: ['cut-2'] },
    ]
    const split = { ...named, parts, reason: 'Deux sujets.' }
    expect(await desk.say('split', { ...split, fingerprint: 'autre' })).toMatchObject({
      error: { reason: 'merge.sourceMoved' },
    })
    expect(await desk.say('split', split)).toMatchObject({ ok: true })
    await until(() => Object.keys(desk.state?.merges ?? {}).length === 3)
    const halves = Object.values(desk.state?.merges ?? {}).filter((one) => one.split !== null)
    expect(halves.map(({ split: why }) => why?.others.length)).toEqual([1, 1])
    await until(() =>
      halves.every(({ id }) => desk.draft(id) !== undefined && timesIn(desk.read(id), '.') > 0),
    )
    const texts = halves.map(({ id }) => desk.read(id)).sort((a, b) => b.title.localeCompare(a.title))
    expect(texts.map(({ title }) => title)).toEqual(['Places', 'Cahier'])
    expect(texts.map((one) => ['huit', 'mois', 'cahier ouvert'].map((words) => timesIn(one, words)))).toEqual(
      [
        [1, 1, 0],
        [0, 0, 1],
      ],
    )
  })

  test('what one may not read one may not bring in, and the refusal tells nothing', async () => {
    const [shut, own] = [await enter('TUS', 'member-nantes'), await enter('NANTES', 'member-nantes')]
    const guest = await enter('TUS')
    const asked = [
      [shut, { spaceId: 'space-b', draftId: 'draft-b' }],
      [shut, { spaceId: 'space-b', draftId: 'gone-b' }],
      [shut, { spaceId: 'space-b', draftId: 'never' }],
      [shut, { spaceId: 'space-n', draftId: 'gone-n' }],
      [guest, { spaceId: 'space-b', draftId: 'draft-b' }],
      [own, { spaceId: 'space-l', draftId: 'draft-l' }],
      [own, { spaceId: 'space-b', draftId: 'never' }],
      [own, { spaceId: '../whiteboard/nantes', draftId: 'x' }],
    ] as const
    const answers = []
    for (const [desk, parent] of asked) answers.push(await desk.say('open', { parents: [parent] }))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ ok: false, error: { code: 'not-found', reason: 'merge.noParent' } })
    const { mergeId } = await shut.open('nl')
    const parent = { spaceId: 'space-b', draftId: 'draft-b' }
    expect(await shut.say('bring', { mergeId, parent })).toMatchObject({
      error: { reason: 'merge.noParent' },
    })
    for (const desk of [shut, own, guest]) expect(desk.hasReceived(hiddenCanary)).toBe(false)
    // The checker sees: the group itself may, and then everybody of the room has it.
    const belgium = await enter('TUS', 'board-belgium')
    expect(await belgium.say('bring', { mergeId, parent })).toMatchObject({ ok: true })
    await until(() => shut.hasReceived(hiddenCanary))
    // Observers and another group's visitors decide nothing.
    const observer = await enter('TUS', 'member-lyon', { observer: true })
    const passages = [shut.passage(mergeId, 'huit places')]
    expect(await observer.say('take', { mergeId, passages })).toMatchObject({
      error: { code: 'not-allowed' },
    })
    const visitor = await enter('NANTES', 'member-lyon')
    expect(
      await visitor.say('open', { parents: [{ spaceId: 'space-n', draftId: 'draft-n' }] }),
    ).toMatchObject({
      error: { reason: 'merge.notYours' },
    })
    expect(await guest.say('take', { mergeId, passages })).toMatchObject({ ok: true })
    // A closed door: a command from inside finds nothing any more.
    const room = await fresh.store.rooms.room('tus')
    if (room) await fresh.store.rooms.saveRoom({ ...room, groupIds: ['grp-l', 'grp-b'], doorOpen: false })
    expect(
      await shut.say('take', { mergeId, passages: [belgium.passage(mergeId, 'six places')] }),
    ).toMatchObject({ ok: false })
    expect(await shut.say('open', { parents: [{ spaceId: 'space-l', draftId: 'draft-l' }] })).toMatchObject({
      ok: false,
    })
    if (room) await fresh.store.rooms.saveRoom(room)
  })

  test('a hostile client: what it writes into merges, and words with a made-up source, are refused whole', async () => {
    const nantes = await enter('TROIS', 'facilitator-nantes')
    const { mergeId } = await nantes.open('nl')
    const passage = nantes.passage(mergeId, 'huit places')
    expect(await nantes.say('take', { mergeId, passages: [passage] })).toMatchObject({ ok: true })
    await until(() => timesIn(nantes.read(mergeId), 'huit places') === 1)
    const never = nantes.passage(mergeId, 'six places')
    const words = (desk: MergeDesk): Y.XmlText =>
      jointBlocks(desk.draft(mergeId)?.get('proposition') as Y.XmlFragment)[0]?.element.get(0) as Y.XmlText
    const attacks: Record<string, (desk: MergeDesk) => void> = {
      counters: (desk) => mapOf(desk.doc('space-j'), mergeId, 'copied')?.set(passage, 99),
      parents: (desk) =>
        mapOf(desk.doc('space-j'), mergeId, 'parents')?.delete(desk.parents(mergeId)[0]?.key ?? ''),
      whole: (desk) => desk.doc('space-j').getMap('merges').delete(mergeId),
      own: (desk) => desk.doc('space-j').getMap('merges').set('own', new Y.Map()),
      mark: (desk) => words(desk).insert(0, 'HOSTILE', { src: { ref: never } }),
      unknown: (desk) => words(desk).insert(0, 'HOSTILE', { src: { ref: 'x.1-0' } }),
      mixed: (desk) =>
        desk.doc('space-j').transact(() => {
          words(desk).insert(0, 'HOSTILE', {})
          mapOf(desk.doc('space-j'), mergeId, 'removed')?.set(passage, 1)
        }),
      hidden: (desk) =>
        desk.doc('space-j').transact(() => {
          createDraft(desk.doc('space-j'), { title: 'HOSTILE' })
          mapOf(desk.doc('space-j'), mergeId, 'inserted')?.clear()
        }),
    }
    const before = JSON.stringify(await onDisk(mergeId))
    const stateOf = () =>
      server.deps.lane.read('drafts/space-j', (doc) =>
        JSON.stringify([doc.getMap('merges').toJSON(), [...draftsOf(doc).keys()]]),
      )
    const merges = await stateOf()
    for (const [name, attack] of Object.entries(attacks)) {
      const hostile = await enter('TROIS', undefined, { name: `H ${name}` })
      attack(hostile)
      await until(() => hostile.closes.length > 0)
      expect(hostile.closes[0], name).toBe(4400)
      hostile.leave()
      expect(JSON.stringify(await onDisk(mergeId)), name).toBe(before)
      expect(await stateOf(), name).toBe(merges)
    }
    // Honest ones go on: moving marked words, taking them out and bringing them back.
    const undo = new Y.UndoManager(words(nantes))
    words(nantes).delete(0, words(nantes).length)
    await until(async () => timesIn(await onDisk(mergeId), 'huit places') === 0)
    undo.undo()
    await until(async () => timesIn(await onDisk(mergeId), 'huit places') === 1)
    expect(nantes.closes).toEqual([])
    await give(nantes, mergeId)
  })
})
