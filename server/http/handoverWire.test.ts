// Handing a list over, over real sockets and on both databases: consent to the whole list, lapsing, freezing, who reads it, taking back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Serving } from '#server/http/serve.ts'
import { AdoptionDesk, mustBeDone, seedAdoptionRooms } from '#server/testing/adoptionBench.ts'
import { serveMerges, until } from '#server/testing/mergeBench.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import type { HandoverAnswer, HandoverVersion } from '#shared/handover/handedOver.ts'
import { listPlace } from '#shared/handover/handoverState.ts'

const place = { spaceId: 'space-n', draftId: listPlace }

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  let folder: string
  let serving: Serving & { readonly url: string }
  let ana: AdoptionDesk
  let ben: AdoptionDesk

  beforeAll(async () => {
    fresh = await freshStore(kind)
    folder = mkdtempSync(join(tmpdir(), 'handover-'))
    await seedAdoptionRooms(fresh.store)
    serving = await serveMerges(fresh.store, folder)
    await serving.deps.lane.edit('drafts/space-n', (doc) => {
      createDraft(doc, { id: 'd1', title: 'Un comité', fields: { addressee: 'boards', scope: 'antenna' } })
      createDraft(doc, { id: 'd2', title: 'Une soirée', proposition: ['Une soirée fixe.'] })
    })
    ana = await new AdoptionDesk(serving).enter('NANTES', 'facilitator-nantes')
    ben = await new AdoptionDesk(serving).enter('NANTES', 'member-nantes')
  })
  afterAll(async () => {
    ana.leave()
    ben.leave()
    await serving.close()
    await fresh.close()
    rmSync(folder, { recursive: true })
  })

  const read = async <Answer>(
    path: string,
    desk: AdoptionDesk,
  ): Promise<{ status: number; body: Answer }> => {
    const answer = await fetch(`${serving.url}${path}`, {
      headers: { authorization: `Bearer ${desk.answer.ticket}` },
    })
    return { status: answer.status, body: (await answer.json()) as Answer } // the routes' own answers
  }
  const list = async (desk = ana) => (await read<HandoverAnswer>('/api/rooms/NANTES/handover', desk)).body
  const refusal = async (asked: Promise<{ error?: { reason: string } }>) => (await asked).error?.reason
  const edit = (field: string, value: unknown) =>
    serving.deps.lane.edit('drafts/space-n', (doc) => void draftsOf(doc).get('d2')?.set(field, value))
  const consentToList = async (): Promise<void> => {
    const askingId = await ana.ask('grp-n', { kind: 'consent' }, place)
    await until(() => ben.asking('grp-n', place) === askingId)
    mustBeDone(
      await ben.answerTo('grp-n', { kind: 'consent', position: 'reservation', words: 'Un peu long.' }, place),
    )
    mustBeDone(await ana.adoption('close', { ...place, groupId: 'grp-n', askingId }))
  }
  const handOver = async () =>
    ana.command('handover.handOver', { fingerprint: (await list()).list.fingerprint })

  test('a group reads its list, consents to it whole, and hands it over signed; one that changed is asked about again', async () => {
    expect(await list()).toMatchObject({ groupId: 'grp-n', leads: true, handed: [] })
    expect(await list(ben)).toMatchObject({ leads: false, notesDown: false })
    expect((await list()).list.texts.map(({ title, addressee }) => [title, addressee])).toEqual([
      ['Un comité', 'boards'],
      ['Une soirée', null],
    ])
    await consentToList()
    expect(await refusal(handOver())).toBe('handover.askedAtLast')
    await edit('addressee', 'us-here')
    await edit('scope', 'antenna')
    expect(await refusal(handOver())).toBe('handover.lapsed')
    await consentToList()
    expect(
      await refusal(ben.command('handover.handOver', { fingerprint: (await list()).list.fingerprint })),
    ).toBe('command.notAllowed')
    mustBeDone(await handOver())
    // What is written afterwards changes nothing of what was handed over.
    await edit('addressee', 'outside')
    const { handed } = await list(ben)
    expect(handed).toMatchObject([{ number: 1, outcome: 'list', textCount: 2, takenBack: null }])
    const { body } = await read<HandoverVersion>(`/api/rooms/NANTES/handover/${handed[0]?.id}`, ben)
    expect(body.body.texts.map(({ title, addressee }) => [title, addressee])).toEqual([
      ['Un comité', 'boards'],
      ['Une soirée', 'us-here'],
    ])
    expect(body.body.texts[1]?.draft.sections.proposition[0]?.runs).toEqual([{ text: 'Une soirée fixe.' }])
    expect(body.body.signatures.members).toEqual(['facilitator-nantes', 'member-nantes'])
    expect(body.body.signatures.consent.said).toMatchObject([{ words: 'Un peu long.' }])
    expect(await fresh.store.handovers.standingHandovers()).toMatchObject([{ groupId: 'grp-n', number: 1 }])
  })

  test('another group’s room and a joint room read nothing of it', async () => {
    const lea = await new AdoptionDesk(serving).enter('DEUX', 'member-lyon')
    const id = (await list()).handed[0]?.id
    expect((await read('/api/rooms/NANTES/handover', lea)).status).toBe(404)
    expect((await read('/api/rooms/DEUX/handover', lea)).status).toBe(404)
    expect((await read(`/api/rooms/DEUX/handover/${id}`, lea)).status).toBe(404)
    expect((await lea.command('handover.say', { outcome: 'none', why: 'x' })).error?.reason).toBe(
      'handover.noGroup',
    )
    lea.leave()
  })

  test('taken back with a reason: the record stays and says so, and no list of the group stands', async () => {
    const [first] = (await list()).handed
    expect(await refusal(ben.command('handover.takeBack', { id: first?.id, reason: 'x' }))).toBe(
      'command.notAllowed',
    )
    mustBeDone(await ana.command('handover.takeBack', { id: first?.id, reason: 'Il manquait un texte' }))
    expect((await list()).handed).toMatchObject([{ takenBack: { reason: 'Il manquait un texte' } }])
    expect(await fresh.store.handovers.standingHandovers()).toEqual([])
    await consentToList()
    mustBeDone(await handOver())
    expect((await list()).handed.map(({ number }) => number)).toEqual([2, 1])
  })
})
