// The server killed between a decision to accept and the words, and between the words and the end of it: after the restart it is
// accepted, and the words were replaced once.
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openStore } from '#server/adapters/sql/openStore.ts'
import { serveAgain, serveDying, storeFolder } from '#server/testing/dyingServer.ts'
import { until } from '#server/testing/mergeBench.ts'
import { RemarkDesk } from '#server/testing/remarksBench.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import { lettersOf, textsIn } from '#shared/remark/anchor.ts'

/** Dies once an acceptance was kept: before the document is written, when it is written, or when its end is kept too. */
const arm = `
const [when] = given
const { change, endAccepting } = store.remarks
let decided = false
store.remarks.change = async (...all) => {
  const done = await change.apply(store.remarks, all)
  decided ||= all[2].accepting !== undefined
  return decided && when === 'decided' ? die() : done
}
const { append } = store.documentLog
store.documentLog.append = async (...all) => {
  const seq = await append.apply(store.documentLog, all)
  return decided && when === 'written' ? die() : seq
}
store.remarks.endAccepting = async (...all) => {
  await endAccepting.apply(store.remarks, all)
  return die()
}
`

test.each(['decided', 'written', 'ended'])('killed when it was %s', async (when) => {
  const folder = await storeFolder()
  const seeding = await openStore({ dataDir: folder })
  for (const space of ['space-n', 'space-l', 'space-j']) await seeding.documentLog.create(`drafts/${space}`)
  await seeding.close()
  const dying = await serveDying(folder, arm, [when])
  const [writer, reader] = [new RemarkDesk(dying), new RemarkDesk(dying)]
  await writer.enter('NANTES', 'facilitator-nantes')
  createDraft(writer.doc('space-n'), {
    id: 'draft-n',
    title: 'Comité',
    proposition: ['Le comité compte huit places et huit clés.'],
  })
  await reader.enter('NANTES', 'member-lyon')
  await until(() => draftsOf(reader.doc('space-n')).has('draft-n'))
  const { id } = await reader.suggest('n', ['huit places', 'huit places et huit voix'])
  void writer.act('n', id, 'accept').catch(() => undefined)
  expect(await dying.ended).toEqual([null, 'SIGKILL'])
  writer.leave()
  reader.leave()

  // Twice: what was brought to its end at the first start is not done again at the second.
  for (let n = 0; n < 2; n++) {
    const again = await serveAgain(folder)
    await until(async () => (await again.store.remarks.accepting()).length === 0)
    const kept = await again.store.remarks.remark(id)
    expect(kept).toMatchObject({ status: 'accepted', closed: { by: expect.any(String) as string } })
    const words = await again.serving.deps.lane.read('drafts/space-n', (doc) => {
      const draft = draftsOf(doc).get('draft-n')
      return draft && textsIn(draft, 'proposition').map(lettersOf).join('')
    })
    expect(words).toBe('Le comité compte huit places et huit voix et huit clés.')
    expect((await again.store.remarks.acts(id)).map(({ act }) => act)).toEqual(['ask', 'accept'])
    await again.serving.close()
    await again.store.close()
  }
  rmSync(folder, { recursive: true })
})
