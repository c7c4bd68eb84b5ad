// Consent and adoption over real sockets, on both databases: hidden votes, lapsing, two who close at once, adoption, lists, unmerge.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Serving } from '#server/http/serve.ts'
import {
  AdoptionDesk,
  accord,
  joint,
  mustBeDone,
  seedAdoptionRooms,
  type TextPlace,
} from '#server/testing/adoptionBench.ts'
import { seedParents, serveMerges, until } from '#server/testing/mergeBench.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'
import type { AdoptedVersions } from '#shared/adoption/adoptedAnswers.ts'
import type { GroupAnswer } from '#shared/adoption/groupRule.ts'
import { consentState } from '#shared/adoption/heldConsent.ts'
import type { AdoptedVersion } from '#shared/adoption/version.ts'
import { createDraft, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { fingerprint } from '#shared/draft/fingerprint.ts'
import { setMergedInto } from '#shared/draft/markMerged.ts'

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  let folder: string
  let serving: Serving & { readonly url: string }
  const desks: AdoptionDesk[] = []
  let ana: AdoptionDesk
  let lea: AdoptionDesk

  beforeAll(async () => {
    fresh = await freshStore(kind)
    folder = mkdtempSync(join(tmpdir(), 'adoption-'))
    await seedAdoptionRooms(fresh.store)
    serving = await serveMerges(fresh.store, folder)
    await seedParents(serving)
  })
  afterAll(async () => {
    await serving.close()
    await fresh.close()
    rmSync(folder, { recursive: true })
  })
  afterEach(() => {
    for (const desk of desks.splice(0)) desk.leave()
  })

  let count = 0
  let place: TextPlace = joint
  beforeEach(async () => {
    place = { spaceId: 'space-j', draftId: `joint-${count++}` }
    await serving.deps.lane.edit('drafts/space-j', (doc) =>
      createDraft(doc, {
        id: place.draftId,
        title: 'Un comité',
        proposition: ['Il se réunit chaque mois dans la salle.'],
      }),
    )
    ana = await enter('facilitator-nantes')
    lea = await enter('member-lyon')
    await until(() => ana.fingerprint(place) !== '' && lea.fingerprint(place) !== '')
  })

  async function enter(persona?: string, code = 'DEUX', more: object = {}): Promise<AdoptionDesk> {
    const desk = await new AdoptionDesk(serving).enter(code, persona, more)
    desks.push(desk)
    return desk
  }
  const stateOf = (desk: AdoptionDesk, groupId: string) => {
    const text = desk.textOf(place)
    return text && consentState(text as never, groupId, desk.fingerprint(place)) // a view has everything that the state has
  }
  const refusal = async (asked: Promise<{ error?: { reason: string } }>) => (await asked).error?.reason
  const type = (desk: AdoptionDesk, words: string): void => {
    const proposition = draftsOf(desk.doc('space-j')).get(place.draftId)?.get('proposition') as Y.XmlFragment
    ;((proposition.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(3, words)
  }
  const onDisk = () =>
    serving.deps.lane.read('drafts/space-j', (doc) => {
      const read = readDraft(place.draftId, draftsOf(doc).get(place.draftId))
      return read && fingerprint(read)
    })

  test('a vote is hidden until it is closed, and nobody votes for another group', async () => {
    const ben = await enter('member-nantes')
    const askingId = await ana.ask('grp-n', { kind: 'vote' }, place)
    await until(() => ben.asking('grp-n', place) !== '' && lea.asking('grp-n', place) !== '')
    const canary = '"choice":"against"'
    const answer: GroupAnswer = { kind: 'vote', choice: 'against' }
    expect(await refusal(lea.answerTo('grp-n', answer, place))).toBe('adoption.otherGroup')
    mustBeDone(await ben.answerTo('grp-n', answer, place))
    await until(() => lea.textOf(place)?.groups['grp-n']?.asking?.answered === 1)
    // The canary is found where it may be: at the one who said it.
    await until(() => ben.told.some((words) => words.includes(canary)))
    for (const other of [ana, lea]) {
      expect(other.told.join()).not.toContain(canary)
      expect(other.textOf(place)?.groups['grp-n']?.asking?.counts).toBeNull()
    }
    mustBeDone(await ana.adoption('close', { ...place, groupId: 'grp-n', askingId }))
    await until(() => lea.textOf(place)?.groups['grp-n']?.spoken?.outcome === 'none')
    expect(lea.textOf(place)?.groups['grp-n']?.spoken?.counts.choices).toEqual([0, 1, 0])
    const journal = JSON.stringify(await fresh.store.rooms.journal('deux', { after: 0, limit: 1000 }))
    expect(journal).toContain('adoption.answer')
    expect(journal).not.toContain('against')
  })

  test('two who close at the same instant: one result, one of them is told', async () => {
    const admin = await enter('admin')
    for (let round = 0; round < 5; round++) {
      const askingId = await ana.ask('grp-n', { kind: 'consent' }, place)
      mustBeDone(await ana.answerTo('grp-n', accord, place))
      const input = { ...place, groupId: 'grp-n', askingId }
      const answers = await Promise.all([ana.adoption('close', input), admin.adoption('close', input)])
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
      expect(answers.find(({ ok }) => !ok)?.error?.reason).toBe('adoption.closed')
      await until(() => ana.asking('grp-n', place) === '')
      expect(ana.textOf(place)?.groups['grp-n']?.spoken).toMatchObject({ id: askingId, voices: 1 })
    }
  })

  test('one typed letter lets a consent lapse; a correction of form keeps it, on the words of the disk', async () => {
    await ana.consent('grp-n', place)
    await lea.consent('grp-l', place)
    await until(() => stateOf(ana, 'grp-l') === 'consented')
    const before = ana.fingerprint(place)
    type(lea, 'x')
    await until(() => ana.fingerprint(place) !== before)
    expect([stateOf(ana, 'grp-n'), stateOf(ana, 'grp-l')]).toEqual(['lapsed', 'lapsed'])
    expect(await refusal(ana.adopt(place))).toBe('adoption.lapsed')
    mustBeDone(await lea.adoption('markForm', place))
    await until(() => (ana.textOf(place)?.corrections.length ?? 0) === 1)
    const correction = ana.textOf(place)?.corrections[0]
    expect(correction?.changes).toEqual([
      { before: 'Il se réunit chaque mois', after: 'Il xse réunit chaque mois' },
    ])
    const keep = { ...place, correctionId: correction?.id }
    expect(await refusal(lea.adoption('keepConsent', { ...keep, groupId: 'grp-n' }))).toBe(
      'adoption.notYours',
    )
    mustBeDone(await ana.adoption('keepConsent', { ...keep, groupId: 'grp-n' }))
    mustBeDone(await lea.adoption('keepConsent', { ...keep, groupId: 'grp-l' }))
    await until(() => stateOf(ana, 'grp-l') === 'consented' && stateOf(ana, 'grp-n') === 'consented')
    // More than form: a number.
    const corrected = ana.fingerprint(place)
    type(ana, '3 ')
    await until(async () => (await onDisk()) !== corrected)
    expect(await refusal(lea.adoption('markForm', place))).toBe('adoption.formNumber')
  })

  test('adopted: a version in both groups’ lists, with its credits; withdrawn it stays, marked', async () => {
    await ana.consent('grp-n', place)
    expect(await refusal(lea.adopt(place))).toBe('adoption.groupMissing')
    await lea.consent('grp-l', place)
    await until(() => stateOf(ana, 'grp-l') === 'consented')
    const answers = await Promise.all([ana.adopt(place), lea.adopt(place)])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    await until(() => (ana.textOf(place)?.adopted.length ?? 0) === 1)
    const id = ana.textOf(place)?.adopted[0]?.id ?? ''
    const inNantes = await enter('facilitator-nantes', 'NANTES')
    for (const [desk, code] of [
      [ana, 'DEUX'],
      [lea, 'DEUX'],
      [inNantes, 'NANTES'],
    ] as const) {
      const listed = (await (
        await desk.visitor.ask('GET', `/api/rooms/${code}/adopted`)
      ).json()) as AdoptedVersions // what the route under test says, as below
      expect(listed.versions.map((one) => one.id)).toContain(id)
      const version = (await (
        await desk.visitor.ask('GET', `/api/rooms/${code}/adopted/${id}`)
      ).json()) as AdoptedVersion
      expect(version).toMatchObject({
        ...{ id, number: 1, title: 'Un comité', groupIds: ['grp-n', 'grp-l'], reserved: null },
        body: { credits: { groups: [{ id: 'grp-n', consent: { outcome: 'consented' } }, { id: 'grp-l' }] } },
      })
      expect(version.body.credits.groups[1]?.facilitators).toEqual(['member-lyon'])
    }
    const stranger = await enter('board-belgium', 'NANTES')
    expect((await stranger.visitor.ask('GET', `/api/rooms/DEUX/adopted/${id}`)).status).toBe(404)
    mustBeDone(await lea.adoption('unmerge', { ...place, versionId: id, reason: 'Nous repartons seuls.' }))
    const kept = await fresh.store.versions.version(id)
    expect(kept).toMatchObject({
      withdrawn: { name: 'member-lyon', reason: 'Nous repartons seuls.' },
      title: 'Un comité',
    })
  })

  test('a merge: no adoption with an open sentence; adopted it marks the originals, separated they stand alone', async () => {
    const { mergeId } = await ana.open('nl', { all: true })
    await until(() => lea.state?.merges[mergeId] !== undefined)
    const { draftId } = ana.merge(mergeId)
    place = { spaceId: 'space-j', draftId }
    const passage = ana.passage(mergeId, 'cahier')
    mustBeDone(await ana.say('untake', { mergeId, passages: [passage] }))
    await until(
      () =>
        !JSON.stringify(ana.read(mergeId)).includes('cahier') &&
        ana.fingerprint(place) === lea.fingerprint(place),
    )
    await ana.consent('grp-n', place)
    await lea.consent('grp-l', place)
    expect(await refusal(ana.adopt(place))).toBe('adoption.openPassages')
    const unnamed = [{ about: { kind: 'other' }, text: 'le cahier', who: 'Inès', when: '2020-02-04' }]
    expect(await refusal(ana.adopt(place, unnamed))).toBe('adoption.openUnnamed')
    const reason = { code: 'stays-local', text: 'à Nantes', coveredBy: null }
    mustBeDone(await ana.say('setAside', { mergeId, passages: [passage], reason }))
    mustBeDone(await ana.adopt(place))
    const markOf = (space: string, id: string) =>
      serving.deps.lane.read(`drafts/${space}`, (doc) => readDraft(id, draftsOf(doc).get(id))?.mergedInto)
    await until(async () => (await markOf('space-l', 'draft-l')) !== undefined)
    expect(await markOf('space-n', 'draft-n')).toMatchObject({ spaceId: 'space-j', draftId })
    await until(() => (lea.textOf(place)?.adopted.length ?? 0) === 1)
    const id = lea.textOf(place)?.adopted[0]?.id ?? ''
    const kept = await fresh.store.versions.version(id)
    const [first] = kept?.body.parents ?? []
    expect(first?.passages.find((one) => one.id === passage)).toMatchObject({
      fate: 'set-aside',
      reason: { text: 'à Nantes' },
    })
    expect(kept?.body.sentences.flatMap(({ runs }) => runs).some(({ from }) => from !== null)).toBe(true)
    // Nobody else marks an original, nor takes the mark away.
    const own = draftsOf(ana.doc('space-n')).get('draft-n')
    await until(() => own?.get('mergedInto') !== undefined)
    const hostile = await enter('facilitator-nantes', 'NANTES')
    setMergedInto(hostile.doc('space-n'), 'draft-n', null)
    await until(() => hostile.closes.length > 0)
    expect(await markOf('space-n', 'draft-n')).toMatchObject({ versionId: id })
    mustBeDone(await lea.adoption('unmerge', { ...place, versionId: id, reason: 'Trop tôt.' }))
    await until(
      async () =>
        (await markOf('space-n', 'draft-n')) === undefined &&
        (await markOf('space-l', 'draft-l')) === undefined,
    )
    expect(readDraft(draftId, ana.draft(mergeId))?.title).not.toBe('')
    expect(ana.hasReceived('CANARI')).toBe(false)
  })

  test('in a group’s own room the one group consents; in the joint room a group’s own text is none of it', async () => {
    const text = { spaceId: 'space-n', draftId: 'draft-n' }
    expect(await refusal(ana.adoption('ask', { ...text, groupId: 'grp-n', rule: { kind: 'consent' } }))).toBe(
      'adoption.noText',
    )
    const own = await enter('facilitator-nantes', 'NANTES')
    await own.consent('grp-n', text)
    mustBeDone(await own.adopt(text))
    const [head] = await fresh.store.versions.versionsOfDraft('space-n', 'draft-n')
    expect(head).toMatchObject({ groupIds: ['grp-n'], number: 1 })
  })
})
