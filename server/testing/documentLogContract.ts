// What every document log must do, whatever keeps it.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ClientIdTaken, type DocumentLog, type LogEntry, type LogRow } from '#server/ports/documentLog.ts'

export interface OpenPort<Port> {
  readonly port: Port
  close(): Promise<void>
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const entry = (author: string, ...values: number[]): LogEntry => ({ author, update: bytes(...values) })

async function all(rows: AsyncIterable<LogRow>): Promise<LogRow[]> {
  const found: LogRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

export function documentLogContract(name: string, open: () => Promise<OpenPort<DocumentLog>>): void {
  describe(`document log: ${name}`, () => {
    let log: DocumentLog
    let close: () => Promise<void>
    beforeEach(async () => {
      const opened = await open()
      log = opened.port
      close = () => opened.close()
    })
    afterEach(() => close())
    contract(() => log)
  })
}

function contract(log: () => DocumentLog): void {
  describe('documents', () => documents(log))
  describe('appending', () => appending(log))
  describe('client ids', () => clientIds(log))
  describe('snapshots', () => snapshots(log))
}

function documents(log: () => DocumentLog): void {
  test('are unknown until they are made, and made once', async () => {
    expect(await log().exists('drafts/a')).toBe(false)
    expect(await log().load('drafts/a')).toBeUndefined()
    expect(await log().generation('drafts/a')).toBeUndefined()
    expect(await log().size('drafts/a')).toBe(0)
    await Promise.all([log().create('drafts/a'), log().create('drafts/a'), log().create('drafts/a')])
    await log().append('drafts/a', [entry('ana', 1)])
    await log().create('drafts/a')
    expect(await log().exists('drafts/a')).toBe(true)
    expect((await log().load('drafts/a'))?.headSeq).toBe(1)
  })

  test('begin empty', async () => {
    await log().create('drafts/a')
    const generation = await log().generation('drafts/a')
    expect(generation).toBeTypeOf('number')
    const empty = {
      name: 'drafts/a',
      generation,
      headSeq: 0,
      snapshot: undefined,
      rows: [],
      clients: new Map(),
    }
    expect(await log().load('drafts/a')).toEqual(empty)
  })

  test('that are removed and made afresh have another generation and nothing of the former', async () => {
    await log().create('drafts/a')
    const first = await log().generation('drafts/a')
    await log().append('drafts/a', [entry('ana', 1)], new Map([[7, 'ana']]))
    await log().saveSnapshot('drafts/a', { seq: 1, state: bytes(9) })
    await log().remove('drafts/a')
    expect(await log().exists('drafts/a')).toBe(false)
    expect(await log().load('drafts/a')).toBeUndefined()
    await log().create('drafts/a')
    const again = await log().load('drafts/a')
    expect(again).toMatchObject({ headSeq: 0, rows: [], snapshot: undefined })
    expect(again?.clients.size).toBe(0)
    expect(again?.generation).not.toBe(first)
    await log().append('drafts/a', [entry('bob', 1)], new Map([[7, 'bob']]))
  })

  test('tell the size of their log and of their newest snapshot', async () => {
    await log().create('drafts/a')
    await log().append('drafts/a', [entry('ana', 1, 2, 3), entry('bob', 4, 5)])
    expect(await log().size('drafts/a')).toBe(5)
    await log().saveSnapshot('drafts/a', { seq: 1, state: bytes(1) })
    await log().saveSnapshot('drafts/a', { seq: 2, state: bytes(1, 2, 3, 4) })
    expect(await log().size('drafts/a')).toBe(9)
  })
}

function appending(log: () => DocumentLog): void {
  test('numbers rows without gaps and gives them back as they were', async () => {
    await log().create('drafts/a')
    const before = Date.now()
    expect(await log().append('drafts/a', [entry('ana', 0, 255, 7), entry('bob')])).toBe(2)
    expect(await log().append('drafts/a', [entry('名前', 3)])).toBe(3)
    expect(await log().append('drafts/a', [])).toBe(3)
    const kept = await log().load('drafts/a')
    expect(kept?.headSeq).toBe(3)
    expect(kept?.rows.map(({ seq, author, update }) => ({ seq, author, update }))).toEqual([
      { seq: 1, author: 'ana', update: bytes(0, 255, 7) },
      { seq: 2, author: 'bob', update: bytes() },
      { seq: 3, author: '名前', update: bytes(3) },
    ])
    for (const { at } of kept?.rows ?? []) expect(at).toBeGreaterThanOrEqual(before)
    expect(await all(log().history('drafts/a'))).toEqual(kept?.rows)
    expect((await all(log().history('drafts/a', 3))).map(({ seq }) => seq)).toEqual([3])
    expect(await all(log().history('drafts/a', 4))).toEqual([])
    expect(await all(log().history('drafts/unknown'))).toEqual([])
  })

  test('keeps the bytes of the moment of the call, of a view no more than it shows', async () => {
    await log().create('drafts/a')
    const pool = bytes(1, 2, 3, 4, 5, 6)
    const appended = log().append('drafts/a', [{ author: 'ana', update: pool.subarray(2, 4) }])
    pool.fill(0)
    await appended
    expect((await log().load('drafts/a'))?.rows[0]?.update).toEqual(bytes(3, 4))
  })

  test('is refused for a document that was never made, and writes nothing elsewhere', async () => {
    await log().create('drafts/a')
    const outcomes = await Promise.allSettled([
      log().append('drafts/a', [entry('ana', 1)]),
      log().append('drafts/unknown', [entry('ana', 1)]),
      log().append('drafts/a', [entry('ana', 2)]),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await log().load('drafts/a'))?.headSeq).toBe(2)
  })

  test('by many at once leaves no gap, loses nothing and tells each the seq of their own rows', async () => {
    await log().create('drafts/a')
    await log().create('whiteboard/b')
    const sent = Array.from({ length: 120 }, (_, i) => ({
      name: i % 3 ? 'drafts/a' : 'whiteboard/b',
      value: i,
    }))
    const seqs = await Promise.all(
      sent.map(({ name, value }) =>
        log().append(name, [entry(`p${value}`, value), entry(`p${value}`, value, value)]),
      ),
    )
    for (const name of ['drafts/a', 'whiteboard/b']) {
      const rows = (await log().load(name))?.rows ?? []
      const theirs = sent.flatMap(({ name: to, value }, index) =>
        to === name ? [{ value, seq: seqs[index] ?? 0 }] : [],
      )
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
      expect(rows).toHaveLength(theirs.length * 2)
      for (const { value, seq } of theirs) {
        expect(rows[seq - 1]).toMatchObject({ author: `p${value}`, update: bytes(value, value) })
        expect(rows[seq - 2]).toMatchObject({ author: `p${value}`, update: bytes(value) })
      }
    }
  })

  test('keeps the order in which one caller asked', async () => {
    await log().create('drafts/a')
    const seqs = await Promise.all(
      Array.from({ length: 50 }, (_, i) => log().append('drafts/a', [entry('ana', i)])),
    )
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    expect((await log().load('drafts/a'))?.rows.map(({ update }) => update[0])).toEqual(seqs.map((_, i) => i))
  })

  test('gives back any bytes by any author, in any portions', async () => {
    let number = 0
    const rows = fc.array(
      fc.record({
        author: fc.string({ unit: 'grapheme', maxLength: 30 }),
        update: fc.uint8Array({ maxLength: 200 }),
      }),
      { maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { maxLength: 4 }), async (portions) => {
        const name = `drafts/any-${number++}`
        const clean = portions.map((portion) =>
          portion.map((row) => ({ ...row, author: row.author.replaceAll('\u0000', '') })),
        )
        await log().create(name)
        for (const portion of clean) await log().append(name, portion)
        const kept = (await log().load(name))?.rows ?? []
        expect(kept.map(({ author, update }) => ({ author, update }))).toEqual(clean.flat())
      }),
      { numRuns: 15 },
    )
  })

  test('takes thousands of rows in one go', async () => {
    await log().create('drafts/a')
    const many = Array.from({ length: 9_000 }, (_, i) => entry('ana', i & 255, i >> 8))
    expect(await log().append('drafts/a', many)).toBe(9_000)
    expect((await all(log().history('drafts/a', 8_999))).map(({ seq }) => seq)).toEqual([8_999, 9_000])
    expect((await log().load('drafts/a'))?.rows).toHaveLength(9_000)
  })
}

function clientIds(log: () => DocumentLog): void {
  test('belong for ever to whom they were first bound', async () => {
    await log().create('drafts/a')
    await log().append(
      'drafts/a',
      [entry('ana', 1)],
      new Map([
        [1, 'ana'],
        [4_294_967_295, 'ana'],
      ]),
    )
    await log().append('drafts/a', [], new Map([[2, 'bob']]))
    await log().append('drafts/a', [entry('ana', 2)], new Map([[1, 'ana']]))
    const thief = log().append(
      'drafts/a',
      [entry('eve', 3)],
      new Map([
        [3, 'eve'],
        [2, 'eve'],
      ]),
    )
    await expect(thief).rejects.toBeInstanceOf(ClientIdTaken)
    const bound = new Map([
      [1, 'ana'],
      [4_294_967_295, 'ana'],
      [2, 'bob'],
    ])
    expect(await log().clients('drafts/a')).toEqual(bound)
    const kept = await log().load('drafts/a')
    expect(kept?.clients).toEqual(bound)
    expect(kept?.headSeq).toBe(2)
  })

  test('are bound per document', async () => {
    await log().create('drafts/a')
    await log().create('drafts/b')
    await log().append('drafts/a', [], new Map([[1, 'ana']]))
    await log().append('drafts/b', [], new Map([[1, 'bob']]))
    expect(await log().clients('drafts/b')).toEqual(new Map([[1, 'bob']]))
    expect((await log().clients('drafts/unknown')).size).toBe(0)
  })

  test('wanted by two at once go to one, and the other writes nothing', async () => {
    await log().create('drafts/a')
    const wanted = ['ana', 'bob', 'eve', 'zoe'].map((who) =>
      log().append('drafts/a', [entry(who, 1)], new Map([[5, who]])),
    )
    const outcomes = await Promise.allSettled(wanted)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ClientIdTaken)
    const kept = await log().load('drafts/a')
    expect(kept?.rows).toHaveLength(1)
    expect(kept?.clients.get(5)).toBe(kept?.rows[0]?.author)
  })
}

function snapshots(log: () => DocumentLog): void {
  test('stand for the rows before them', async () => {
    await log().create('drafts/a')
    await log().append('drafts/a', [entry('ana', 1), entry('ana', 2), entry('bob', 3)])
    await log().saveSnapshot('drafts/a', { seq: 2, state: bytes(8, 8) })
    const kept = await log().load('drafts/a')
    expect(kept?.snapshot).toEqual({ seq: 2, state: bytes(8, 8) })
    expect(kept?.rows.map(({ seq }) => seq)).toEqual([3])
    expect(kept?.headSeq).toBe(3)
    expect(await all(log().history('drafts/a'))).toHaveLength(3)
  })

  test('are refused ahead of the log', async () => {
    await log().create('drafts/a')
    await log().append('drafts/a', [entry('ana', 1)])
    await expect(log().saveSnapshot('drafts/a', { seq: 2, state: bytes(8) })).rejects.toThrow()
    await expect(log().saveSnapshot('drafts/unknown', { seq: 0, state: bytes(8) })).rejects.toThrow()
    expect((await log().load('drafts/a'))?.snapshot).toBeUndefined()
  })

  test('may come late and out of order: the newest counts', async () => {
    await log().create('drafts/a')
    await log().append(
      'drafts/a',
      Array.from({ length: 6 }, (_, i) => entry('ana', i)),
    )
    for (const seq of [3, 6, 1, 5]) await log().saveSnapshot('drafts/a', { seq, state: bytes(seq) })
    await log().saveSnapshot('drafts/a', { seq: 6, state: bytes(66) })
    const kept = await log().load('drafts/a')
    expect(kept?.snapshot).toEqual({ seq: 6, state: bytes(66) })
    expect(kept?.rows).toEqual([])
  })
}
