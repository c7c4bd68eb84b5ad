// Exports over the wire: who may take what, how far it is, cancelling, and that nothing is left behind.
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoMomentSetting } from '#server/features/demo/loadDemo.ts'
import { exportDocx } from '#server/features/exports/exportDocx.ts'
import { exportHtml } from '#server/features/exports/exportHtml.ts'
import { ExportJobs } from '#server/features/exports/exportJobs.ts'
import { placesInPdf } from '#server/features/exports/pdfPages.ts'
import { openBook } from '#server/features/exports/printBook.ts'
import { findChromium } from '#server/features/minutes/chromium.ts'
import { startTestServer, type TestServer, Visitor } from '#server/testing/doorsServer.ts'
import { checkCycleFile } from '#shared/cycle/checkCycleFile.ts'
import { createDraft } from '#shared/draft/draftModel.ts'
import { type ExportStatus, exportInput } from '#shared/exports/exportAsked.ts'
import { type ExportDocument, heading, paragraph, said } from '#shared/exports/exportDocument.ts'

const canary = 'Zibeline-quatre-mille'
let server: TestServer
let lead: Visitor
let otherMember: Visitor
let board: Visitor
let stranger: Visitor

beforeAll(async () => {
  server = await startTestServer()
  await withYear()
  await server.store.settings.set(demoMomentSetting, 'follow-up')
  ;[lead, otherMember, board, stranger] = [0, 1, 2, 3].map(() => new Visitor(server)) as [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ] // four were made
  await lead.signIn('facilitator-nantes')
  await otherMember.signIn('member-lyon')
  await board.signIn('board-france')
  await server.store.documentLog.create('drafts/space-n')
  await server.serving.deps.lane.edit('drafts/space-n', (doc) => {
    createDraft(doc, {
      id: 'd1',
      title: `=Un texte ${canary}`,
      summary: 'Un résumé <b>',
      constat: ['Un constat'],
    })
  })
  // A closed door: what is behind it is the group's own.
  const room = await server.store.rooms.room('nantes')
  if (!room) throw new Error('the room is gone')
  await server.store.rooms.saveRoom({ ...room, doorOpen: false })
})
afterAll(() => server.close())

/** Two recommendations of the past, one of them ruled on. */
async function withYear(): Promise<void> {
  const file = JSON.parse(JSON.stringify(await server.store.cycle.exportFile())) // any: a copy of a file that is checked again below
  const text = {
    themeId: 'th',
    jurisdictions: ['FR'],
    kind: 'tool',
    maturity: 'ready',
    groupIds: ['grp-n'],
    contextIds: [],
  }
  const words = {
    summary: 'Un résumé',
    constat: 'c',
    proposition: 'p',
    moyens: 'm',
    nuances: [],
    updatedAt: '2020-04-20',
  }
  file.drafts = [
    {
      id: 'dr-1',
      groupId: 'grp-n',
      authorIds: [],
      date: '2020-03-01',
      title: 'Le départ',
      text: 'Mot pour mot',
      recommendationIds: ['rec-1'],
    },
  ]
  file.recommendations = [
    {
      id: 'rec-1',
      code: 'A1',
      title: 'La première',
      provenance: [{ draftId: 'dr-1', groupId: 'grp-n', relation: 'kept' }],
      ...text,
      ...words,
    },
    { id: 'rec-2', code: 'A2', title: 'La seconde', provenance: [], ...text, ...words },
  ]
  file.decisions = [
    {
      ...{
        id: 'dec-1',
        boardId: 'board',
        recommendationId: 'rec-1',
        decision: 'accept',
        reason: 'Oui',
        basis: [],
      },
      ...{ contextIds: [], date: '2020-06-01', votes: { for: 3, against: 0, abstain: 1 } },
    },
  ]
  const seat = await server.store.people.account('demo-board-france')
  if (!seat) throw new Error('the account is gone')
  file.boards[0].members = [{ id: seat.personId, displayName: seat.displayName }]
  file.entities.push({ id: 'ent-2', name: 'Suisse', code: 'CH', boardId: 'board-2' })
  file.boards.push({ id: 'board-2', entityId: 'ent-2', name: 'CA', members: [] })
  const imported = await server.store.cycle.importFile(file)
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
}

const start = (who: Visitor, body: object): Promise<Response> => who.ask('POST', '/api/exports', body)

/** Looks until it is there; fails where it ends otherwise. */
async function taken(
  who: Visitor,
  body: object,
): Promise<{ response: Response; content: Buffer; id: string }> {
  const started = await start(who, body)
  expect(started.status, await started.clone().text()).toBe(201)
  let status = (await started.json()) as ExportStatus // the route's own answer
  while (status.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20))
    status = (await (await who.ask('GET', `/api/exports/${status.id}`)).json()) as ExportStatus // as above
  }
  expect(status.state).toBe('done')
  const response = await who.ask('GET', `/api/exports/${status.id}/file`)
  expect(response.status).toBe(200)
  return { response, content: Buffer.from(await response.arrayBuffer()), id: status.id }
}

describe('rights', () => {
  const list = { content: 'list', key: 'grp-n', format: 'md' }

  test('a group takes its own drafts; its words stand in no export of anybody else', async () => {
    expect((await taken(lead, list)).content.toString()).toContain(canary)
    expect((await start(otherMember, list)).status).toBe(403)
    expect((await start(stranger, list)).status).toBe(401)
    for (const content of ['document', 'decisions', 'follow-up'])
      for (const format of ['md', 'csv', 'json'])
        expect((await taken(stranger, { content, format })).content.toString()).not.toContain(canary)
    expect(
      (await taken(board, { content: 'queue', key: 'board', format: 'md' })).content.toString(),
    ).not.toContain(canary)
  })

  test('dossiers are the boards’; a member and a stranger are refused, and told so', async () => {
    const dossier = { content: 'dossier', key: 'A1', format: 'md' }
    expect((await taken(board, dossier)).content.toString()).toContain('La première')
    expect((await start(lead, dossier)).status).toBe(403)
    expect((await start(stranger, dossier)).status).toBe(401)
    const queue = (await taken(board, { content: 'queue', key: 'board', format: 'md' })).content.toString()
    expect(queue).toContain('La seconde')
    expect(queue, 'what was ruled on waits no more').not.toContain('La première')
    const others = { content: 'queue', key: 'board-2', format: 'md' }
    expect((await start(board, others)).status, 'another board’s desk is not theirs').toBe(403)
    expect((await start(board, { ...others, key: 'board-3' })).status).toBe(404)
  })

  test('an export is its asker’s alone; whoever loses the right before taking it finds it closed', async () => {
    const { id } = await taken(lead, list)
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/file'],
      ['DELETE', ''],
    ] as const)
      expect((await otherMember.ask(method, `/api/exports/${id}${path}`)).status).toBe(404)
    const account = await server.store.people.account('demo-facilitator-nantes')
    if (!account) throw new Error('the account is gone')
    await server.store.people.saveAccount({ ...account, groupIds: [], facilitatesGroupIds: [] })
    expect((await lead.ask('GET', `/api/exports/${id}/file`)).status).toBe(403)
    await server.store.people.saveAccount(account)
    expect((await lead.ask('GET', `/api/exports/${id}/file`)).status).toBe(200)
  })

  test('what is asked wrongly is said to be so', async () => {
    for (const body of [{}, { content: 'list', format: 'exe' }, { content: 'everything', format: 'pdf' }])
      expect((await start(lead, body)).status).toBe(422)
    expect((await start(lead, { content: 'list', key: '../../etc', format: 'md' })).status).toBe(404)
  })
})

describe('files', () => {
  test('CSV: words that begin like a formula begin with an apostrophe; the name is safe in two writings', async () => {
    const { content, response } = await taken(lead, { content: 'list', key: 'grp-n', format: 'csv' })
    expect(content.toString()).toContain(`"'=Un texte ${canary}"`)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n]+\.csv"; filename\*=UTF-8''/,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['document', 'decisions', 'follow-up'])(
    'JSON of %s passes the check of a whole cycle',
    async (content) => {
      const json = JSON.parse(
        (await taken(stranger, { content, format: 'json' })).content.toString(),
      ) as unknown // checked at once
      const checked = checkCycleFile(json)
      expect(checked.ok ? [] : checked.problems).toEqual([])
      expect(JSON.stringify(json)).toContain('La première')
    },
  )

  test('DOCX is a package with true headings, its language, a table of contents and notes; control characters are gone', async () => {
    const hostile = 'Un \u0000 mot \u202e et <xml> & "fin"'
    const content = await exportDocx({ ...sample(hostile), title: hostile, subtitle: hostile }, 'a4')
    const about = partOf(content, 'docProps/core.xml')
    expect(about).toContain('&lt;xml&gt; &amp;')
    expect(about).not.toMatch(/[\u0000\u202e]/)
    const written = partOf(content, 'word/document.xml')
    // Whoever opens it is offered true page numbers; none are guessed.
    expect(written).toMatch(/TOC [^<]*\\h/)
    expect(written).toMatch(/w:dirty="(true|1)"/)
    expect(content.subarray(0, 2).toString()).toBe('PK')
    const { extractRawText, convertToHtml } = (await import('mammoth')).default
    const text = (await extractRawText({ buffer: content })).value
    expect(text).toContain('<xml> & "fin"')
    expect(text).not.toMatch(/[\u0000\u202e]/)
    const html = (await convertToHtml({ buffer: content })).value
    expect(html).toContain('<h1>')
    expect(html).toMatch(/<sup>.*footnote/)
  })
})

/** One part of a package: zip's own layout, and nothing but what it needs. */
function partOf(content: Buffer, name: string): string {
  const end = content.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  let at = content.readUInt32LE(end + 16)
  while (content.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength] = [content.readUInt32LE(at + 20), content.readUInt16LE(at + 28)]
    const local = content.readUInt32LE(at + 42)
    if (content.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const from = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28)
      const packed = content.subarray(from, from + size)
      return (content.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    }
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  }
  throw new Error(`${name} is not in the package`)
}

const sample = (words: string): ExportDocument => ({
  ...{
    title: 'Essai',
    subtitle: '',
    language: 'nl',
    saidIn: 'fr',
    facts: [],
    contents: 1,
    notes: [[said('Une note')]],
  },
  blocks: [
    ...[1, 2, 3].flatMap((n) => [
      heading(1, said(`Chapitre ${n}`)),
      { kind: 'page' as const },
      paragraph(said(words), { text: '', note: 1 }),
    ]),
    { kind: 'table', caption: 'Un tableau', table: { columns: ['a', 'b'], rows: [['x', 1]] } },
  ],
  sheet: { columns: [], rows: [] },
})

const browser = findChromium()

describe.skipIf(browser === undefined)('printing', () => {
  const books = (): string[] =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`faire-ensemble-book-${process.pid}-`))

  test('PDF is tagged, says its language and title, has an outline, and its contents name the pages; the page asks nothing of any address', async () => {
    const asked: string[] = []
    const { createServer } = await import('node:http')
    const trap = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    const { port } = trap.address() as { port: number } // a port was asked for
    const at = `http://127.0.0.1:${port}`
    // The canary can be found: whoever fetches it is seen.
    await fetch(`${at}/seen`)
    const book = await openBook(browser ?? '', new AbortController().signal)
    try {
      const hostile = `<img src="${at}/a"><script src="${at}/b"></script><link rel="stylesheet" href="${at}/c"><iframe src="file:///etc/passwd"></iframe>`
      const html = exportHtml(sample(hostile), { paper: 'a5' })
      expect(html).not.toContain('<img')
      const first = await book.print(html)
      const pages = placesInPdf(first)
      expect(['h1', 'h2', 'h3', 'h4'].map((name) => pages.get(name))).toEqual([1, 2, 3, 4])
      const text = (await book.print(exportHtml(sample(hostile), { paper: 'a5', pages }))).toString('latin1')
      for (const part of [
        '/StructTreeRoot',
        '/Marked true',
        '/Lang (nl)',
        '/Outlines',
        '/DisplayDocTitle true',
        '/S /TH',
        '/S /H2',
        '/S /LI',
      ])
        expect(text, part).toContain(part)
      // Even a page that was not escaped reaches nobody.
      await book.print(`<html><body>${hostile}<p>x</p></body></html>`)
      expect(asked).toEqual(['/seen'])
    } finally {
      await book.close()
      trap.close()
    }
    expect(books()).toEqual([])
  })

  test('cancelling ends the printing, forgets the export and leaves nothing on the disk', async () => {
    const started = (await (
      await start(lead, { content: 'list', key: 'grp-n', format: 'pdf' })
    ).json()) as ExportStatus // the route's own answer
    while (books().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await lead.ask('DELETE', `/api/exports/${started.id}`)).status).toBe(204)
    expect((await lead.ask('GET', `/api/exports/${started.id}`)).status).toBe(404)
    while (books().length > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await taken(lead, { content: 'list', key: 'grp-n', format: 'md' })).content.toString()).toContain(
      canary,
    )
  })
})

const asked = exportInput.parse({ content: 'decisions', format: 'md' })
const person = (id: string, from = id) => ({ id, from })
const madeOf = (content: string) =>
  ({ fileName: 'x.md', format: 'md', content: Buffer.from(content) }) as const
const limits = { each: 1, together: 2, inAll: 2, kept: 1, keptTogether: 2, bytes: 1_000, lasting: 60_000 }
const fails = (error: unknown): void => {
  throw error
}
const over = async (jobs: ExportJobs, owner: string, id: string): Promise<void> => {
  while (jobs.status(owner, id)?.state === 'running') await new Promise((resolve) => setImmediate(resolve))
}

test('nobody has more than their share under way, nor all together; what is over makes room', async () => {
  const jobs = new ExportJobs(limits, fails)
  let finish = (): void => undefined
  const work = new Promise<void>((resolve) => {
    finish = resolve
  })
  const file = madeOf('x')
  const one = jobs.start(person('a'), asked, async () => {
    await work
    return file
  })
  expect(() => jobs.start(person('a'), asked, async () => file)).toThrow('too-many')
  const two = jobs.start(person('b'), asked, async () => file)
  expect(() => jobs.start(person('c'), asked, async () => file)).toThrow('too-many')
  expect(jobs.status('b', one.id)).toBeUndefined()
  finish()
  await over(jobs, 'b', two.id)
  expect(jobs.file('a', one.id)?.file.content.toString()).toBe('x')
  jobs.start(person('a'), asked, async () => file)
  expect(jobs.status('a', one.id), 'the oldest of the finished ones went').toBeUndefined()
})

test('cookies that a stranger makes up win nothing: the address has its share, and memory its bound', async () => {
  const jobs = new ExportJobs({ ...limits, inAll: 9 }, fails)
  const started = ['d1', 'd2'].map((device) =>
    jobs.start(person(device, 'address:1'), asked, async () => madeOf('x'.repeat(400))),
  )
  expect(() => jobs.start(person('d3', 'address:1'), asked, async () => madeOf(''))).toThrow('too-many')
  for (const [at, { id }] of started.entries()) await over(jobs, `d${at + 1}`, id)
  const third = jobs.start(person('d3', 'address:1'), asked, async () => madeOf('x'))
  expect(jobs.file('d1', started[0]?.id ?? ''), 'the oldest of the address went').toBeUndefined()
  await over(jobs, 'd3', third.id)
  const heavy = jobs.start(person('e', 'address:2'), asked, async () => madeOf('x'.repeat(900)))
  await over(jobs, 'e', heavy.id)
  expect(jobs.file('d2', started[1]?.id ?? ''), 'the oldest of all went').toBeUndefined()
  expect([jobs.file('d3', third.id), jobs.file('e', heavy.id)]).not.toContain(undefined)
})
