// Remarks over real requests and sockets: who may what, one acceptance one edit, what stays hidden, what travels with a merge.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Serving } from '#server/http/serve.ts'
import { seedParents, serveMerges, until } from '#server/testing/mergeBench.ts'
import { RemarkDesk, seedRemarks } from '#server/testing/remarksBench.ts'
import { type FreshStore, freshStore } from '#server/testing/stores.ts'
import { createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { setMergedInto } from '#shared/draft/markMerged.ts'
import { lettersOf, textsIn } from '#shared/remark/anchor.ts'
import type { MentionableAnswer, MentionsAnswer, RemarkCounts } from '#shared/remark/remark.ts'

const canary = 'CANARI-REMARQUE'
let fresh: FreshStore
let server: Serving & { readonly url: string }
const desks: RemarkDesk[] = []
const enter = async (code: string, persona?: string, more: object = {}): Promise<RemarkDesk> => {
  const desk = await new RemarkDesk(server).enter(code, persona, more)
  desks.push(desk)
  return desk
}
const onDisk = (group: string): Promise<string | undefined> =>
  server.deps.lane.read(`drafts/space-${group}`, (doc) => {
    const draft = draftsOf(doc).get(`draft-${group}`)
    return draft && textsIn(draft, 'proposition').map(lettersOf).join('\n')
  })
const counts = (desk: RemarkDesk) => desk.ask<RemarkCounts>('GET', `/api/rooms/${desk.code}/remarks/counts`)
const mentions = (desk: RemarkDesk) => desk.ask<MentionsAnswer>('GET', '/api/me/mentions')

beforeAll(async () => {
  fresh = await freshStore('sqlite')
  await seedRemarks(fresh.store)
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

describe('in a group’s own room', () => {
  test('another group’s member suggests, a writer accepts while typing goes on; both are told', async () => {
    const [reader, writer] = [
      await enter('NANTES', 'member-lyon'),
      await enter('NANTES', 'facilitator-nantes'),
    ]
    expect(await reader.list('n')).toMatchObject({ may: { remark: true, suggest: true, decide: false } })
    const made = await reader.suggest('n', ['une fois par mois', 'deux fois par mois'], { id: 'suggest-1' })
    expect(made).toMatchObject({ status: 'open', standing: 'une fois par mois', mine: true })
    expect(made.may).toEqual(['reply', 'edit', 'renew', 'withdraw'])
    // The same again is the same.
    expect((await reader.suggest('n', ['une fois par mois', 'autre'], { id: 'suggest-1' })).proposal).toBe(
      'deux fois par mois',
    )
    await until(() => writer.changes() > 0 && reader.changes() > 0)
    const { remarks } = await writer.list('n')
    expect(remarks).toHaveLength(1)
    expect(remarks[0]).toMatchObject({
      ...{ mine: false, by: { name: 'member-lyon', groupId: 'grp-l', standing: 'member' }, replies: [] },
      may: ['reply', 'accept', 'refuse', 'renew'],
    })
    expect(JSON.stringify(remarks)).not.toMatch(/participantId|accountId/)
    expect((await counts(reader)).drafts).toEqual([
      { spaceId: 'space-n', draftId: 'draft-n', open: 1, mentions: 0 },
    ])
    expect(await reader.act('n', 'suggest-1', 'accept')).toMatchObject({ code: 'not-allowed' })
    // Beside the passage somebody writes on.
    const [text] = textsIn(writer.draftOf('n'), 'proposition')
    text?.insert(0, 'Voici : ')
    const twice = await Promise.all([1, 2].map(() => writer.act('n', 'suggest-1', 'accept')))
    expect(twice.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
    await until(() => reader.says('n').includes('Voici') && reader.says('n').includes('deux fois'))
    expect(await onDisk('n')).toBe(
      'Voici : Le comité local compte huit places. Il se réunit deux fois par mois. Il garde un cahier ouvert.',
    )
    expect(await reader.act('n', 'suggest-1', 'withdraw')).toMatchObject({ code: 'remark-closed' })
    expect((await counts(reader)).drafts).toEqual([])
  })

  test('a suggestion whose words have changed is stale, and is renewed on the words of today', async () => {
    const [reader, writer] = [
      await enter('NANTES', 'member-lyon'),
      await enter('NANTES', 'facilitator-nantes'),
    ]
    const { id } = await reader.suggest('n', ['un cahier ouvert', 'un cahier public'])
    await server.deps.lane.edit('drafts/space-n', (doc) => {
      const [text] = textsIn(draftsOf(doc).get('draft-n') as never, 'proposition') // seeded above
      text?.insert(lettersOf(text).indexOf('cahier'), 'grand ')
    })
    await until(() => reader.says('n').includes('grand cahier'))
    expect(await writer.act('n', id, 'accept')).toMatchObject({ status: 409, code: 'remark-stale' })
    const [stale] = (await writer.list('n')).remarks.filter((one) => one.id === id)
    expect([stale?.standing, stale?.anchor?.quote, stale?.status]).toEqual([
      'un grand cahier ouvert',
      'un cahier ouvert',
      'open',
    ])
    expect(await reader.remark('n', { anchor: stale?.anchor ?? null })).toMatchObject({
      code: 'remark-stale',
    })
    const anchor = reader.anchor('n', 'un grand cahier ouvert')
    expect(await reader.act('n', id, 'renew', { anchor, proposal: 'deux\nlignes' })).toMatchObject({
      code: 'remark-lines',
    })
    expect(await reader.act('n', id, 'renew', { anchor, proposal: 'un grand cahier public' })).toMatchObject({
      status: 'open',
    })
    expect(await writer.act('n', id, 'accept')).toMatchObject({ status: 'accepted' })
    expect(await onDisk('n')).toContain('un grand cahier public.')
  })

  test('refused with a reason, answered, changed only before an answer, resolved and opened again', async () => {
    const [reader, writer] = [
      await enter('NANTES', 'member-lyon'),
      await enter('NANTES', 'facilitator-nantes'),
    ]
    const suggestion = await reader.suggest('n', ['huit places', 'neuf places'])
    expect(await writer.act('n', suggestion.id, 'refuse', { reason: '  ' })).toMatchObject({ status: 422 })
    expect(await writer.act('n', suggestion.id, 'refuse', { reason: 'Le local est petit' })).toMatchObject({
      ...{ status: 'refused', closed: { by: 'facilitator-nantes', reason: 'Le local est petit' } },
    })
    expect(await writer.act('n', suggestion.id, 'accept')).toMatchObject({ code: 'remark-closed' })
    const comment = await reader.remark('n', { anchor: reader.anchor('n', 'huit places') })
    const edited = { text: 'Pourquoi\u202e huit ?', proposal: null }
    expect(await reader.ask('PUT', reader.path('n', comment.id), edited)).toMatchObject({
      text: 'Pourquoi huit ?',
    })
    expect(await writer.ask('PUT', writer.path('n', comment.id), edited)).toMatchObject({
      code: 'not-allowed',
    })
    const answer = { id: 'reply-00001', text: 'Parce que', mentions: [] }
    for (let n = 0; n < 2; n++)
      expect((await writer.act('n', comment.id, 'replies', answer)).replies).toHaveLength(1)
    expect(await reader.ask('PUT', reader.path('n', comment.id), edited)).toMatchObject({
      code: 'remark-answered',
    })
    expect(await writer.act('n', comment.id, 'resolve')).toMatchObject({ status: 'resolved' })
    expect(await reader.act('n', comment.id, 'reopen')).toMatchObject({ status: 'open', closed: null })
    expect(await reader.act('n', comment.id, 'withdraw')).toMatchObject({ status: 'withdrawn', may: [] })
    expect(await reader.act('n', 'unknown-1', 'resolve')).toMatchObject({ status: 404 })
  })

  test('[R7] a text that was adopted takes no suggestion and accepts none; it is spoken about', async () => {
    await server.deps.lane.edit('drafts/space-n', (doc) => {
      createDraft(doc, { id: 'adopted', title: 'Adopté', proposition: ['Nous proposons.'] })
    })
    const writer = await enter('NANTES', 'facilitator-nantes')
    const open = await writer.suggest('space-n/adopted', ['proposons', 'demandons'])
    await server.deps.lane.edit('drafts/space-n', (doc) => {
      setMergedInto(doc, 'adopted', { spaceId: 'space-j', draftId: 'x', versionId: 'v', title: 'Commun' })
    })
    expect(await writer.suggest('space-n/adopted', ['proposons', 'voulons'])).toMatchObject({
      code: 'remark-adopted',
    })
    expect(await writer.act('space-n/adopted', open.id, 'accept')).toMatchObject({ code: 'remark-adopted' })
    expect(await writer.remark('space-n/adopted', {})).toMatchObject({ status: 'open' })
    expect((await writer.list('space-n/adopted')).remarks).toHaveLength(2)
  })

  test('hostile: positions of nobody, another’s id, people who are not there, an observer', async () => {
    const [reader, writer] = [
      await enter('NANTES', 'member-lyon'),
      await enter('NANTES', 'facilitator-nantes'),
    ]
    const anchor = { ...reader.anchor('n', 'huit places'), start: 'AAAA', end: 'AAAA' }
    expect(await reader.remark('n', { anchor })).toMatchObject({ code: 'remark-stale' })
    const theirs = await writer.remark('n', {})
    expect(await reader.remark('n', { id: theirs.id })).toMatchObject({ code: 'conflict' })
    expect(await reader.remark('n', { mentions: [{ kind: 'group', id: 'grp-b' }] })).toMatchObject({
      status: 422,
    })
    expect(await reader.remark('n', { kind: 'suggestion' })).toMatchObject({ status: 422 })
    const observer = await enter('NANTES', 'board-belgium', { observer: true })
    expect((await observer.list('n')).may).toEqual({ remark: false, suggest: false, decide: false })
    expect(await observer.remark('n', {})).toMatchObject({ code: 'not-allowed' })
    expect(await observer.act('n', theirs.id, 'resolve')).toMatchObject({ code: 'not-allowed' })
  })
})

describe('[R5] nothing leaves', () => {
  test('of a group that shows nothing: no route, event, count, mention or id tells of a remark; its own people are told', async () => {
    const [theirs, other] = [await enter('TUS', 'board-belgium'), await enter('TUS', 'member-lyon')]
    const lyon = { kind: 'group', id: 'grp-l' } as const
    const said = { id: `${canary}-id`, text: `${canary} ici`, mentions: [lyon] }
    const made = await theirs.remark('b', said)
    expect(made).toMatchObject({ status: 'open', mentions: [{ ...lyon, name: 'Lyon' }] })
    await theirs.act('b', made.id, 'replies', { id: 'reply-00002', text: canary, mentions: [lyon] })
    await until(() => theirs.changes() >= 2)
    expect((await counts(theirs)).drafts.find(({ spaceId }) => spaceId === 'space-b')?.open).toBe(1)
    // A change that they may hear of comes after: what was to be heard has been heard by then.
    await theirs.remark('l', {}).then((one) => expect(one).toMatchObject({ code: 'not-allowed' }))
    await other.remark('l', { text: 'après' })
    await until(() => other.changes() >= 1)
    for (const path of [
      other.path('b'),
      other.path('l'),
      `/api/rooms/TUS/remarks/counts`,
      '/api/me/mentions',
    ])
      await other.ask('GET', path)
    expect(await other.list('b')).toMatchObject({ status: 404 })
    for (const verb of ['replies', 'resolve', 'reopen', 'withdraw', 'accept'])
      for (const group of ['b', 'l'])
        expect(
          await other.act(group, made.id, verb, { id: 'reply-00003', text: 'x', mentions: [] }),
        ).toMatchObject({ status: 404 })
    expect(await other.remark('l', { id: made.id })).toMatchObject({ code: 'conflict' })
    const counted = (await counts(other)).drafts.map(({ spaceId }) => spaceId)
    expect([counted.includes('space-b'), counted.includes('space-l')]).toEqual([false, true])
    expect((await mentions(other)).mentions).toEqual([])
    expect(await other.ask<MentionsAnswer>('GET', '/api/groups/LYN/mentions')).toMatchObject({ mentions: [] })
    expect(other.changes()).toBe(1)
    expect([other.hasReceived(canary), theirs.hasReceived(canary)]).toEqual([false, true])
  })

  test('behind a closed door a visitor is told nothing, where the room’s people are', async () => {
    const [visitor, member] = [await enter('NANTES', 'member-lyon'), await enter('NANTES', 'member-nantes')]
    const facilitator = await enter('NANTES', 'facilitator-nantes')
    expect(await visitor.remark('n', {})).toMatchObject({ status: 'open' })
    await until(() => visitor.changes() === 1)
    const door = (open: boolean) => facilitator.ask('PUT', '/api/rooms/NANTES/door', { open })
    await door(false)
    await facilitator.remark('n', { text: `${canary}-porte`, mentions: [{ kind: 'group', id: 'grp-n' }] })
    await until(() => member.changes() >= 2)
    await member.list('n')
    for (const path of [visitor.path('n'), '/api/rooms/NANTES/remarks/counts', '/api/me/mentions'])
      await visitor.ask('GET', path)
    expect(await visitor.list('n')).toMatchObject({ status: 404 })
    expect(await visitor.remark('n', {})).toMatchObject({ status: 404 })
    await door(true)
    expect(visitor.changes()).toBe(1)
    expect([visitor.hasReceived(`${canary}-porte`), member.hasReceived(`${canary}-porte`)]).toEqual([
      false,
      true,
    ])
  })

  test('mentions: told to whoever was named and may read it, until they looked; a guest is not handed the members', async () => {
    const [facilitator, guest] = [await enter('NANTES', 'facilitator-nantes'), await enter('NANTES')]
    const offered = async (desk: RemarkDesk, typed: string) =>
      (
        await desk.ask<MentionableAnswer>(
          'GET',
          `/api/rooms/NANTES/mentionable?q=${encodeURIComponent(typed)}`,
        )
      ).people
    const [ana] = await offered(facilitator, 'aNÀ')
    expect(ana).toMatchObject({ kind: 'person', name: 'Ana' })
    expect((await offered(facilitator, 'nantes'))[0]).toEqual({ kind: 'group', id: 'grp-n', name: 'Nantes' })
    expect([await offered(facilitator, 'mem-1'), await offered(guest, 'mem-1')]).toEqual([
      [{ kind: 'person', id: 'm:mem-1', name: 'mem-1 A.' }],
      [],
    ])
    const named = [
      { kind: 'person', id: ana?.id ?? '' },
      { kind: 'group', id: 'grp-n' },
    ] as const
    const mine = async (desk: RemarkDesk) =>
      (await counts(desk)).drafts.find(({ draftId }) => draftId === 'draft-n')?.mentions
    await guest.ask('POST', guest.path('n', 'seen'), {})
    expect(await mine(guest)).toBe(0)
    const { id } = await facilitator.remark('n', { text: '@Ana, votre avis ?', mentions: [...named] })
    expect([await mine(guest), await mine(facilitator)]).toEqual([1, 0])
    expect((await guest.list('n')).remarks.find((one) => one.id === id)?.mentionsMe).toBe(true)
    await guest.ask('POST', guest.path('n', 'seen'), {})
    expect(await mine(guest)).toBe(0)
    const member = await enter('NANTES', 'member-nantes')
    const groupPage = () => member.ask<MentionsAnswer>('GET', '/api/groups/NTE/mentions')
    const told = (await groupPage()).mentions.find((one) => one.remarkId === id)
    expect(told).toMatchObject({
      ...{ spaceId: 'space-n', draftId: 'draft-n', title: 'Comité n', roomCode: 'NANTES', of: 'group' },
      ...{ named: 'Nantes', words: '@Ana, votre avis ?', by: { name: 'facilitator-nantes' } },
    })
    expect((await mentions(member)).mentions.map((one) => one.remarkId)).toContain(id)
    await member.ask('POST', member.path('n', 'seen'), {})
    expect([(await groupPage()).mentions, (await mentions(member)).mentions]).toEqual([[], []])
  })
})

test('[R6] remarks travel with a merge, by the rights of the parent’s space, and are decided where they stand', async () => {
  const nantes = await enter('TROIS', 'facilitator-nantes')
  const lyon = await enter('TROIS', 'member-lyon')
  await server.deps.lane.edit('drafts/space-n', (doc) => {
    createDraft(doc, {
      id: 'travel',
      title: 'Voyage',
      proposition: ['La caisse paie les repas. Le jardin est à tous.'],
    })
  })
  await until(
    () => draftsOf(lyon.doc('space-n')).has('travel') && draftsOf(nantes.doc('space-n')).has('travel'),
  )
  const [at, kept] = ['space-n/travel', await lyon.suggest('space-n/travel', ['les repas', 'les goûters'])]
  const comment = await lyon.remark(at, { anchor: lyon.anchor(at, 'à tous'), text: 'et à toutes ?' })
  const whole = await lyon.remark(at, { text: 'Beau texte' })
  const b = await enter('TROIS', 'board-belgium')
  await b.remark('b', { text: `${canary}-b`, anchor: b.anchor('b', 'dix places') })
  const parents = [
    { spaceId: 'space-n', draftId: 'travel' },
    { spaceId: 'space-b', draftId: 'draft-b' },
  ]
  const opened = await nantes.say('open', { parents, all: true })
  const mergeId = opened.value?.id ?? ''
  const joint = `space-j/d-${mergeId}`
  await until(() => {
    const draft = draftsOf(lyon.doc('space-j')).get(`d-${mergeId}`)
    return JSON.stringify(readDraft('d', draft) ?? '').includes('les repas')
  })
  const here = await lyon.list(joint)
  expect(here.parents).toEqual(parents)
  const found = (id: string) => here.remarks.find((one) => one.id === id)
  expect(found(kept.id)).toMatchObject({
    ...{ standing: 'les repas', anchor: { place: 'proposition', quote: 'les repas' } },
    cameFrom: {
      spaceId: 'space-n',
      draftId: 'travel',
      title: 'Voyage',
      groupId: 'grp-n',
      quote: 'les repas',
    },
  })
  expect(found(comment.id)?.standing).toBe('à tous')
  expect(found(whole.id)).toMatchObject({ anchor: null, standing: null, cameFrom: { quote: null } })
  expect(here.remarks.map(({ text }) => text)).toContain(`${canary}-b`)
  // In the room where that group shows nothing the joint text is another room's; here it closes its drafts.
  const room = await fresh.store.rooms.room('trois')
  if (!room) throw new Error('no room')
  const shut = room.spaces.map((one) => (one.groupId === 'grp-b' ? { ...one, opened: 'none' as const } : one))
  await fresh.store.rooms.saveRoom({ ...room, spaces: shut })
  const later = await enter('TROIS', 'member-lyon')
  const without = await later.list(joint)
  expect(without.parents).toEqual(parents.slice(0, 1))
  expect([later.hasReceived(`${canary}-b`), lyon.hasReceived(`${canary}-b`)]).toEqual([false, true])
  // Whoever writes the joint text decides there; the parent's words stay as they were.
  expect(await lyon.act(at, kept.id, 'accept')).toMatchObject({ code: 'not-allowed' })
  expect(await later.act(joint, kept.id, 'accept')).toMatchObject({ status: 'accepted' })
  const both = await server.deps.lane.read('drafts/space-j', (doc) =>
    JSON.stringify(readDraft('d', draftsOf(doc).get(`d-${mergeId}`))?.sections),
  )
  const parent = await server.deps.lane.read('drafts/space-n', (doc) =>
    JSON.stringify(readDraft('d', draftsOf(doc).get('travel'))?.sections),
  )
  expect([both?.includes('goûters'), parent?.includes('goûters')]).toEqual([true, false])
  // The parent's group is told, and so is whoever reads the joint text.
  await until(() => nantes.changes() >= 4)
  expect((await nantes.list(at)).remarks.find((one) => one.id === kept.id)?.status).toBe('accepted')
  // Its words are taken out of the joint text: it is listed still, at its parent.
  const passage = nantes.passage(mergeId, 'Le jardin est à tous')
  expect(await nantes.say('untake', { mergeId, passages: [passage] })).toMatchObject({ ok: true })
  const after = (await nantes.list(joint)).remarks.find((one) => one.id === comment.id)
  expect(after).toMatchObject({ anchor: null, standing: null, cameFrom: { quote: 'à tous' } })
  expect((await nantes.list(at)).remarks.find((one) => one.id === comment.id)?.standing).toBe('à tous')
})
