// What every keeper of adopted versions must do, on both databases.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { KeptVersion, Versions } from '#server/ports/versions.ts'
import { databaseKinds, type FreshStore, freshStore } from '#server/testing/stores.ts'
import type { VersionBody } from '#shared/adoption/version.ts'

const draft: VersionBody['draft'] = {
  ...{
    id: 'd1',
    title: 'Un « comité »',
    summary: '',
    kind: null,
    maturity: null,
    scope: null,
    addressee: null,
  },
  ...{ status: 'ready', outOfTheBox: false, code: '', order: 'a0', deletedAt: null, shortDraftId: null },
  sections: {
    constat: [],
    proposition: [{ type: 'paragraph', level: 0, runs: [{ text: 'Été' }] }],
    moyens: [],
  },
  ...{
    jurisdictions: [],
    contextIds: [],
    authorIds: [],
    countryPassages: {},
    nuances: [],
    questions: [],
    sources: {},
  },
}
const version: KeptVersion = {
  ...{ id: 'v1', roomId: 'joint', spaceId: 'space-j', draftId: 'd1', number: 1, title: 'Un « comité »' },
  ...{ fingerprint: 'ff', groupIds: ['grp-l', 'grp-n'], at: 10, date: '2020-01-23', withdrawn: null },
  reserved: [{ about: { kind: 'passages' }, text: 'Le budget', who: 'Inès', when: '2020-02-04' }],
  body: {
    ...{ draft, parents: [], sentences: [], corrections: [] },
    credits: { groups: [], secretaries: ['Zoë'], others: [], session: null, date: '2020-01-23' },
  },
}
const later: KeptVersion = { ...version, id: 'v2', number: 2, at: 20, reserved: null, groupIds: ['grp-n'] }
const { roomId: _room, body: _body, ...head } = version

describe.each(databaseKinds)('%s', (kind) => {
  let fresh: FreshStore
  let versions: Versions
  beforeAll(async () => {
    fresh = await freshStore(kind)
    versions = fresh.store.versions
  })
  afterAll(() => fresh.close())
  beforeEach(async () => {
    const { rooms } = fresh.store
    for (const id of ['joint', 'other']) {
      await rooms.removeRoom(id)
      const room = { kind: 'joint', groupIds: [], spaces: [], doorOpen: true, sessionId: null } as const
      await rooms.saveRoom({ ...room, id, code: id, title: id })
    }
  })

  test('a version is kept whole, once; the same again changes nothing', async () => {
    await versions.keepVersion(version)
    await versions.keepVersion({ ...version, title: 'autre', groupIds: ['grp-l', 'grp-n'] })
    expect(await versions.version('v1')).toEqual(version)
    expect(await versions.version('v2')).toBeUndefined()
  })

  test('each group finds its own, newest first; so does the text', async () => {
    await versions.keepVersion(version)
    await versions.keepVersion(later)
    expect((await versions.versionsOfGroup('grp-n')).map(({ id }) => id)).toEqual(['v2', 'v1'])
    expect(await versions.versionsOfGroup('grp-l')).toEqual([head])
    expect(await versions.versionsOfGroup('grp')).toEqual([])
    expect((await versions.versionsOfDraft('space-j', 'd1')).map(({ id }) => id)).toEqual(['v2', 'v1'])
    expect(await versions.versionsOfDraft('space-j', 'd2')).toEqual([])
  })

  test('withdrawn is said and never erased; the first reason stands, also when it is kept again', async () => {
    await versions.keepVersion(version)
    await versions.withdrawVersion('v1', { at: 30, name: 'Odile', reason: 'Nous repartons seuls.' })
    await versions.withdrawVersion('v1', { at: 40, name: 'Farah', reason: 'autre' })
    await versions.withdrawVersion('unknown', { at: 40, name: 'Farah', reason: 'autre' })
    await versions.keepVersion(version)
    const withdrawn = { at: 30, name: 'Odile', reason: 'Nous repartons seuls.' }
    expect(await versions.version('v1')).toEqual({ ...version, withdrawn })
    expect(await versions.versionsOfGroup('grp-n')).toEqual([{ ...head, withdrawn }])
  })

  test('words that were consented to are found by their fingerprint, in their room only', async () => {
    await versions.keepText('joint', 'ff', draft)
    await versions.keepText('joint', 'ff', { ...draft, title: 'autre' })
    expect(await versions.text('joint', 'ff')).toEqual(draft)
    expect(await versions.text('other', 'ff')).toBeUndefined()
    expect(await versions.text('joint', 'fe')).toBeUndefined()
  })

  test('all of it goes with its room', async () => {
    await versions.keepVersion(version)
    await versions.keepText('joint', 'ff', draft)
    await fresh.store.rooms.removeRoom('joint')
    expect(await versions.version('v1')).toBeUndefined()
    expect(await versions.versionsOfGroup('grp-n')).toEqual([])
    expect(await versions.text('joint', 'ff')).toBeUndefined()
  })
})
