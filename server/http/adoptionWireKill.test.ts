// The server killed between consent and adoption, and between an adoption or a separation and its effect, on both databases: no half-merge.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { AdoptionDesk, mustBeDone, seedAdoptionRooms, type TextPlace } from '#server/testing/adoptionBench.ts'
import { seedParents, serveMerges, until } from '#server/testing/mergeBench.ts'
import { freshPlace } from '#server/testing/stores.ts'
import { draftsOf, readDraft } from '#shared/draft/draftModel.ts'

/**
 * Dies at a moment of one command: `decided` before its effect, `kept` when the version is in the records and no original is marked
 * (or when it is withdrawn and they still are), `halfway` when one original of two is marked.
 */
const dyingServer = `
import { openStore } from '#server/adapters/sql/openStore.ts'
import { serveMerges } from '#server/testing/mergeBench.ts'
const [settings, command, when] = process.argv.slice(1)
const { dataDir, databaseUrl } = JSON.parse(settings)
const store = await openStore({ dataDir, ...(databaseUrl ? { databaseUrl } : {}) })
const die = () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined) }
let decided = false
const { saveState } = store.rooms
store.rooms.saveState = async (...all) => {
  const outcome = await saveState.apply(store.rooms, all)
  decided ||= all[3].command === command
  return decided && when === 'decided' ? die() : outcome
}
for (const verb of ['keepVersion', 'withdrawVersion']) {
  const keep = store.versions[verb]
  store.versions[verb] = async (...all) => {
    await keep.apply(store.versions, all)
    if (decided && when === 'kept') return die()
  }
}
const { append } = store.documentLog
store.documentLog.append = async (...all) => {
  const seq = await append.apply(store.documentLog, all)
  return decided && when === 'halfway' ? die() : seq
}
const serving = await serveMerges(store, dataDir)
console.log(serving.config.port)
`

const cases = [
  ['sqlite', 'close', 'decided'],
  ['sqlite', 'adopt', 'decided'],
  ['sqlite', 'adopt', 'halfway'],
  ['sqlite', 'unmerge', 'halfway'],
  ['postgres', 'adopt', 'kept'],
  ['postgres', 'unmerge', 'decided'],
] as const

test.each(cases)('%s: killed in %s, %s', async (kind, verb, when) => {
  const place = await freshPlace(kind)
  const folder = mkdtempSync(join(tmpdir(), 'adoption-kill-'))
  const first = await openStore(place.settings)
  await seedAdoptionRooms(first)
  const seeding = await serveMerges(first, folder)
  await seedParents(seeding)
  await seeding.close()
  await first.close()

  const child = spawn(
    process.execPath,
    ['-e', dyingServer, JSON.stringify(place.settings), `adoption.${verb}`, when],
    { cwd: join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'exit')
  const [port] = (await Promise.race([once(child.stdout, 'data'), ended.then(neverCameUp)])) as [Buffer] // piped streams give buffers
  const dying = { url: `http://127.0.0.1:${Number(port.toString())}` }
  const ana = await new AdoptionDesk(dying).enter('DEUX', 'facilitator-nantes')
  const lea = await new AdoptionDesk(dying).enter('DEUX', 'member-lyon')
  await act(ana, lea, verb)
  expect(await ended).toEqual([null, 'SIGKILL'])
  ana.leave()
  lea.leave()

  // Twice: what was done at the first start is not done again at the second.
  for (let n = 0; n < 2; n++) {
    const store = await openStore(place.settings)
    const again = await serveMerges(store, folder)
    await until(async () => (await store.rooms.pendingEffects('deux')).length === 0)
    const reader = await new AdoptionDesk(again).enter('DEUX', 'facilitator-nantes')
    const [text] = Object.values(reader.view?.texts ?? {})
    const spoken = ['grp-n', 'grp-l'].map((id) => text?.groups[id]?.spoken?.outcome)
    // Killed in the first group's closing: its word stands, the other's question is open with the voice that was given.
    expect(spoken).toEqual(['consented', verb === 'close' ? undefined : 'consented'])
    if (verb === 'close') expect(text?.groups['grp-l']?.asking?.answered).toBe(1)
    const heads = await store.versions.versionsOfGroup('grp-l')
    expect(heads).toEqual(await store.versions.versionsOfGroup('grp-n'))
    expect(heads.map(({ id }) => id)).toEqual(text?.adopted.map(({ id }) => id))
    expect(heads).toHaveLength(verb === 'close' ? 0 : 1)
    expect(heads.map(({ withdrawn }) => withdrawn?.reason)).toEqual(
      verb === 'close' ? [] : [verb === 'unmerge' ? 'Trop tôt.' : undefined],
    )
    for (const [space, id] of [
      ['space-n', 'draft-n'],
      ['space-l', 'draft-l'],
    ] as const) {
      const marked = await again.deps.lane.read(`drafts/${space}`, (doc) =>
        readDraft(id, draftsOf(doc).get(id)),
      )
      expect(marked?.mergedInto?.versionId, id).toBe(verb === 'adopt' ? heads[0]?.id : undefined)
    }
    reader.leave()
    await again.close()
    await store.close()
  }
  rmSync(folder, { recursive: true })
  place.remove()
})

function neverCameUp(): never {
  throw new Error('the server to be killed never came up')
}

/** Two whole drafts merged, both groups consenting; then what the server dies of. */
async function act(ana: AdoptionDesk, lea: AdoptionDesk, verb: string): Promise<void> {
  const { mergeId } = await ana.open('nl', { all: true })
  const text: TextPlace = { spaceId: 'space-j', draftId: ana.merge(mergeId).draftId }
  await until(() => lea.fingerprint(text) !== '' && ana.fingerprint(text) === lea.fingerprint(text))
  await ana.ask('grp-n', { kind: 'delegate', seatId: ana.seatId, name: 'facilitator-nantes' }, text)
  await lea.ask('grp-l', { kind: 'consent' }, text)
  const yes = { kind: 'consent', position: 'accord', words: '' } as const
  mustBeDone(await ana.answerTo('grp-n', yes, text))
  mustBeDone(await lea.answerTo('grp-l', yes, text))
  const close = (desk: AdoptionDesk, groupId: string) =>
    desk.adoption('close', { ...text, groupId, askingId: desk.asking(groupId, text) })
  const silent = (asked: Promise<unknown>): void => void asked.catch(() => undefined)
  if (verb === 'close') return silent(close(ana, 'grp-n'))
  mustBeDone(await close(ana, 'grp-n'))
  mustBeDone(await close(lea, 'grp-l'))
  if (verb === 'adopt') return silent(ana.adopt(text))
  mustBeDone(await ana.adopt(text))
  await until(() => (lea.textOf(text)?.adopted.length ?? 0) === 1)
  const versionId = lea.textOf(text)?.adopted[0]?.id
  silent(lea.adoption('unmerge', { ...text, versionId, reason: 'Trop tôt.' }))
}
