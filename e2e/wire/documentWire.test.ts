// Our client and our document lane, over real sockets, through a line that fails.
import { describe, expect } from 'vitest'
import type * as Y from 'yjs'
import { fact } from '#e2e/wire/wirePerson.ts'
import { wireTest as test } from '#e2e/wire/wireTable.ts'
import { createDraft, readDrafts } from '#shared/draft/draftModel.ts'

const whiteboard = 'whiteboard/salle'
const drafts = 'drafts/nantes'

// Most of the time they wait for clocks, each with a server of its own.
describe.concurrent('our client and our document lane', () => {
  test('two people converge, character by character', async ({ wire: { people, joins, wordsOnServer } }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    for (let n = 0; n < 200; n++) (n % 2 ? ana : ben).write(n % 2 ? 'a' : 'b')
    await fact('both saved', () => people.every(({ room }) => room.save().state === 'saved'))
    await fact('equal', () => ana.words() === ben.words() && ana.words().length === 200)
    expect([...ana.words()].filter((letter) => letter === 'a')).toHaveLength(100)
    expect(await wordsOnServer(whiteboard)).toBe(ana.words())
  })

  test('saved is never said before the disk has it', async ({ wire: { server, joins, wordsOnServer } }) => {
    const ana = await joins('ana')
    await server.ask('/stall', { ms: '1500' })
    ana.write('pas encore')
    expect(ana.room.save()).toMatchObject({ state: 'sending', unsaved: 1 })
    const waited = await fact('saved', () => ana.room.save().state === 'saved')
    expect(waited).toBeGreaterThan(1_300)
    expect(await wordsOnServer(whiteboard)).toBe('pas encore')
  })

  test('a half-open line is said to be offline within five seconds, and everything arrives when it thaws', async ({
    wire: { proxy, people, joins, wordsOnServer },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    proxy.freeze('hold')
    ana.write('dans le vide')
    expect(proxy.faults.frozen).toBeGreaterThan(0)
    const noticed = await fact('offline', () => ana.room.save().state === 'offline', 6_000)
    expect(noticed).toBeLessThan(5_000)
    ana.write(', et encore')
    ben.write('de mon côté')
    proxy.restore()
    const back = await fact('all back', () => people.every(({ room }) => room.save().unsaved === 0), 6_000)
    expect(back).toBeLessThan(3_000)
    await fact('equal', () => ana.words() === ben.words())
    expect(ana.words()).toContain('dans le vide, et encore')
    expect(ana.words()).toContain('de mon côté')
    expect(ana.badge).toContain('back')
    expect(await wordsOnServer(whiteboard)).toBe(ana.words())
  })

  test('lines whose packets vanished for good are left, and new ones serve within three seconds', async ({
    wire: { proxy, joins, wordsOnServer },
  }) => {
    const ana = await joins('ana')
    proxy.freeze('vanish')
    ana.write('perdu en route')
    await fact('offline', () => ana.room.save().state === 'offline', 5_000)
    // Long enough for several attempts to hang.
    await new Promise((resolve) => setTimeout(resolve, 7_000))
    proxy.restore()
    const back = await fact('saved', () => ana.room.save().unsaved === 0, 12_000)
    expect(back).toBeLessThan(4_000)
    expect(await wordsOnServer(whiteboard)).toBe('perdu en route')
  })

  test('a long cut: both go on, the badge counts what it sends, nothing is lost', async ({
    wire: { proxy, people, joins },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    proxy.unplug()
    await fact('offline', () => people.every(({ room }) => room.save().state === 'offline'), 3_000)
    ana.write('Ana ')
    // Pauses longer than a burst make several changes.
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    ana.write('écrit. ')
    ben.write('Ben écrit. ')
    createDraft(ben.room.drafts[0]?.doc as Y.Doc, { title: 'Hors ligne' }) // joined rooms have drafts
    expect(ana.room.save()).toMatchObject({ state: 'offline', unsaved: 2 })
    expect(proxy.faults.cuts).toBeGreaterThan(0)
    proxy.restore()
    await fact('back', () => ana.room.save().state === 'back' && ben.room.save().state === 'back', 4_000)
    expect(ana.room.save().sentOnReturn).toBe(2)
    await fact(
      'equal',
      () => ana.words() === ben.words() && ana.words().length === 'Ana écrit. Ben écrit. '.length,
    )
    await fact('the draft', () => readDrafts(ana.room.drafts[0]?.doc as Y.Doc).length === 1) // as above
    await fact('calm', () => people.every(({ room }) => room.save().state === 'saved'), 8_000)
  })

  test('fifty cuts at random moments lose and double nothing', async ({
    wire: { proxy, people, joins, wordsOnServer },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    const said: string[] = []
    for (let n = 0; n < 50; n++) {
      const word = `<${n}>`
      said.push(word)
      ;(n % 2 ? ana : ben).write(word)
      if (n % 3 === 0) proxy.cut()
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
    }
    await fact('all saved', () => people.every(({ room }) => room.save().unsaved === 0), 20_000)
    await fact('equal', () => ana.words() === ben.words())
    expect(proxy.faults.cuts).toBeGreaterThan(10)
    for (const word of said) expect(ana.words().split(word)).toHaveLength(2)
    expect(await wordsOnServer(whiteboard)).toBe(ana.words())
  })

  test('a server killed in the middle of typing loses nothing that was said to be saved, and is found again', async ({
    wire: { server, people, joins, wordsOnServer },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    for (let round = 0; round < 4; round++) {
      for (let n = 0; n < 10; n++) {
        ana.write(`a${round}.${n} `)
        ben.write(`b${round}.${n} `)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      const seen = ben.words()
      await server.kill('SIGKILL')
      await server.start()
      const kept = await wordsOnServer(whiteboard)
      for (const word of seen.match(/a\S+/g) ?? []) expect(kept).toContain(word)
      await fact('all saved again', () => people.every(({ room }) => room.save().unsaved === 0), 10_000)
    }
    await fact('equal', () => ana.words() === ben.words())
    expect(ana.words().match(/\S+/g)).toHaveLength(80)
    expect(await wordsOnServer(whiteboard)).toBe(ana.words())
  })

  test('what the gate refuses is offered to its author, and the document opens afresh', async ({
    wire: { joins },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    const draft = createDraft(ana.room.drafts[0]?.doc as Y.Doc, { title: 'Bon' }) // joined rooms have drafts
    await fact('saved', () => ana.room.save().state === 'saved')
    const before = ana.room.drafts[0]
    const map = before?.doc.getMap('drafts').get(draft) as Y.Map<unknown> // just made
    before?.doc.transact(() => {
      ;(map.get('title') as Y.Text).insert(3, ' et refusé') // a title is a text
      map.set('nowhere', 'in the schema')
    })
    await fact('refused', () => ana.room.save().state === 'refused')
    expect(ana.room.save().refused).toEqual([{ documentName: drafts, code: 'schema', text: 'Bon et refusé' }])
    // The other document and the other person go on.
    ana.write('toujours là')
    await fact('the whiteboard goes on', () => ben.words() === 'toujours là')
    expect(readDrafts(ben.room.drafts[0]?.doc as Y.Doc).map(({ title }) => title)).toEqual(['Bon']) // as above
    ana.room.dismissRefused?.(drafts)
    await fact('afresh', () => ana.room.save().state === 'saved')
    const after = ana.room.drafts[0]
    expect(after).not.toBe(before)
    expect(readDrafts(after?.doc as Y.Doc).map(({ title }) => title)).toEqual(['Bon']) // opened above
    expect(ana.room.save().refused).toBeUndefined()
  })

  test('rights that become reading: what is saved stays, what is not is offered, and nothing more is sent', async ({
    wire: { server, joins, wordsOnServer },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    ana.write('écrit avec droit')
    await fact('told', () => ben.words() === 'écrit avec droit' && ana.room.save().state === 'saved')
    await server.ask('/rights', { participant: 'ana', document: whiteboard, access: 'read' })
    await fact('reading', () => ana.room.whiteboard.access === 'read' && ana.room.save().state === 'saved')
    ana.write(' puis sans')
    ben.write(' par Ben')
    await fact('still reads', () => ana.words().includes(' par Ben'))
    expect(await wordsOnServer(whiteboard)).toBe('écrit avec droit par Ben')
    // The right comes back: the stray words are not the server's, so the document is another.
    await server.ask('/rights', { participant: 'ana', document: whiteboard, access: 'write' })
    await fact('writing', () => ana.room.whiteboard.access === 'write' && ana.room.save().state === 'saved')
    await fact('without the stray words', () => ana.words() === 'écrit avec droit par Ben')
  })

  test('words written offline while the right was withdrawn come back as text to copy out', async ({
    wire: { server, proxy, joins, wordsOnServer },
  }) => {
    const ana = await joins('ana')
    proxy.unplug()
    await fact('offline', () => ana.room.save().state === 'offline')
    ana.write('trop tard')
    await server.ask('/rights', { participant: 'ana', document: whiteboard, access: 'read' })
    proxy.restore()
    await fact('refused', () => ana.room.save().state === 'refused')
    expect(ana.room.save().refused).toEqual([
      { documentName: whiteboard, code: 'read-only', text: 'trop tard' },
    ])
    expect(await wordsOnServer(whiteboard)).toBe('')
  })

  test('a revoked ticket is renewed once; a closed door ends it', async ({ wire: { server, joins } }) => {
    const ana = await joins('ana')
    await server.ask('/revoke', { participant: 'ana' })
    await fact('left', () => ana.room.save().state === 'offline')
    await fact('back by itself', () => ana.room.save().state === 'saved')
    await server.ask('/rights', { participant: 'ana', document: 'door', access: 'none' })
    await server.ask('/revoke', { participant: 'ana' })
    await fact('given up', () => ana.room.save().state === 'refused')
    const { sockets } = (await server.ask('/stats', {})) as { sockets: number } // our own server
    expect(sockets).toBe(0)
  })

  test('a document started afresh is opened afresh: nothing of the old one is sent into the new', async ({
    wire: { server, joins, wordsOnServer },
  }) => {
    const ana = await joins('ana')
    ana.write('ancien monde')
    await fact('saved', () => ana.room.save().state === 'saved')
    const before = ana.room.whiteboard
    await server.ask('/afresh', { document: whiteboard })
    await fact('another document', () => ana.room.whiteboard !== before && ana.room.save().state === 'saved')
    expect(ana.words()).toBe('')
    ana.write('nouveau')
    await fact('saved', () => ana.room.save().unsaved === 0 && ana.room.save().state === 'saved')
    expect(await wordsOnServer(whiteboard)).toBe('nouveau')
  })

  test('over 200 ± 100 ms and 32 kB/s a long text arrives without the line being given up', async ({
    wire: { proxy, joins },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    proxy.setQuality({ delay: 200, jitter: 100, bytesPerSecond: 32 * 1024 })
    ana.write('x'.repeat(200_000))
    await fact('sending', () => ana.room.save().state === 'sending')
    await fact('saved', () => ana.room.save().state === 'saved', 30_000)
    await fact('read', () => ben.words().length === 200_000, 30_000)
    expect(ana.badge.filter((state) => state === 'offline')).toEqual([])
  })

  test('presence: others are seen as the server names them, and are gone with their line', async ({
    wire: { joins },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    ben.room.whiteboard.awareness.setLocalStateField('user', { name: 'Someone else' })
    ben.room.whiteboard.awareness.setLocalStateField('cursor', 7)
    const seen = () => ana.room.whiteboard.awareness.getStates().get(ben.room.whiteboard.doc.clientID)
    await fact('seen', () => seen()?.['cursor'] === 7)
    expect(seen()?.['user']).toMatchObject({ participantId: 'ben', name: 'Nom de ben' })
    ben.room.close()
    await fact('gone', () => seen() === undefined)
  })

  test('after a half-open line one is present again at once, and once', async ({
    wire: { proxy, people, joins },
  }) => {
    const [ana, ben] = [await joins('ana'), await joins('ben')]
    const seen = () => ben.room.whiteboard.awareness.getStates().get(ana.room.whiteboard.doc.clientID)
    await fact('seen', () => seen() !== undefined)
    proxy.freeze('vanish')
    ana.write('a')
    ben.write('b')
    await fact('offline', () => people.every(({ room }) => room.save().state === 'offline'), 6_000)
    proxy.restore()
    await fact('back', () => people.every(({ room }) => room.save().unsaved === 0), 12_000)
    ana.room.whiteboard.awareness.setLocalStateField('cursor', 3)
    await fact('seen again', () => seen()?.['cursor'] === 3, 3_000)
    expect(ben.room.whiteboard.awareness.getStates().size).toBe(2)
  })
})
