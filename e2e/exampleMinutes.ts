// Plays the demo's Nantes workshop through the product and keeps the minutes that it writes: docs/compte-rendu-nantes.md, .docx, .pdf.
// Run it with `node server/launch/run.mjs e2e/exampleMinutes.ts`; a folder as an argument takes the place of docs.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EveningServer, eveningServer } from '#e2e/harness/eveningServer.ts'
import { type StockClient, signIn } from '#e2e/harness/rawClient.ts'
import { RoomMember } from '#e2e/harness/roomMember.ts'
import { until } from '#e2e/harness/runningServer.ts'
import { randomId } from '#shared/contract/ids.ts'
import { createDraft, draftsOf } from '#shared/draft/draftModel.ts'
import { addFrame, moveToFrame } from '#shared/whiteboard/commands.ts'
import { readBoard } from '#shared/whiteboard/listView.ts'

const here = dirname(fileURLToPath(import.meta.url))
const folder = process.argv[2] ?? join(here, '..', 'docs')
const data = <T>(name: string): T =>
  JSON.parse(readFileSync(join(here, '..', 'server', 'features', 'demo', 'data', name), 'utf8')) as T // shipped with the product

interface Workshop {
  readonly id: string
  readonly question: string
  readonly participantIds: readonly string[]
  readonly agenda: readonly { title: string; note: string; startMin: number; durationMin: number }[]
  readonly stickies: readonly {
    id: string
    text: string
    authorId: string
    createdAtSec: number
    clusterId: string | null
  }[]
  readonly clusters: readonly { id: string; title: string; stickyIds: readonly string[] }[]
  readonly dotVoting: { readonly votes: readonly { memberId: string; clusterId: string; points: number }[] }
  readonly consentRounds: readonly {
    readonly proposal: string
    readonly finalText: string
    readonly contributions: readonly {
      memberId: string
      type: string
      text: string
      valid: boolean | null
      resolution: string | null
    }[]
  }[]
}

const workshop = data<{ boards: Workshop[] }>('workshop-notes.json').boards.find(({ id }) => id === 'wb-nte')
const [round] = workshop?.consentRounds ?? []
if (!workshop || !round) throw new Error('the demo has no workshop in Nantes')
const names = new Map(
  data<{ members: { id: string; displayName: string }[] }>('cycle-2019-2020.json').members.map(
    ({ id, displayName }) => [id, displayName],
  ),
)
const begin = Date.parse('2020-01-23T18:30:00+01:00')

class Evening {
  readonly server: EveningServer
  readonly members: ReadonlyMap<string, RoomMember>
  readonly lead: RoomMember

  constructor(server: EveningServer, members: ReadonlyMap<string, RoomMember>, lead: RoomMember) {
    this.server = server
    this.members = members
    this.lead = lead
  }

  /** Everybody comes back with the hour: tickets are for minutes, not for an evening. */
  async at(second: number): Promise<void> {
    await this.server.moveTo(begin + second * 1000)
    for (const member of this.members.values()) await member.enter()
  }

  member(id: string): RoomMember {
    const member = this.members.get(id)
    if (!member) throw new Error(`${id} is not in the room`)
    return member
  }

  /** On to the step that begins at this minute. */
  async step(place: number): Promise<void> {
    await this.at((workshop?.agenda[place]?.startMin ?? 0) * 60)
    await this.lead.say('agenda.next', { from: this.lead.view('agenda').currentId ?? '' })
  }

  /** Opens a document, changes it as the facilitator does, and waits until the server has it. */
  async write(kind: 'whiteboard' | 'drafts', change: (client: StockClient) => void): Promise<void> {
    const client = await this.lead.open(kind)
    change(client)
    const seen = await this.lead.open(kind)
    const length = (one: StockClient): number => one.doc.store.clients.size
    await until(() => length(seen) >= length(client), 'the change on the server')
    await new Promise((resolve) => setTimeout(resolve, 500))
    client.close()
    seen.close()
  }
}

async function gather(): Promise<Evening> {
  const server = await eveningServer(begin)
  const cookie = await signIn(server.url, 'facilitator-nantes')
  await fetch(`${server.url}/api/demo/moment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ key: 'nantes-in-the-room' }),
  })
  const signedIn = await signIn(server.url, 'facilitator-nantes')
  const [leaderId = '', ...others] = workshop?.participantIds ?? []
  const member = (id: string, cookies = ''): [string, RoomMember] => [
    id,
    new RoomMember(server.url, 'NANTES', { name: names.get(id) ?? id, cookie: cookies }),
  ]
  const members = new Map([member(leaderId, signedIn), ...others.map((id) => member(id))])
  const lead = members.get(leaderId)
  if (!lead) throw new Error('nobody leads')
  return new Evening(server, members, lead)
}

async function arrive(evening: Evening): Promise<void> {
  await evening.at(0)
  const otherwise = (workshop?.agenda ?? []).map(({ title, note, durationMin }) => ({
    ...{ title, purpose: note, minutes: durationMin, method: '', tool: 'none' as const, frameId: null },
  }))
  await evening.lead.say('agenda.begin', { otherwise })
  await evening.lead.say('agenda.nameSecretary', { seatId: evening.member('mem-149').seatId, was: null })
  await evening.step(1)
}

/** Alone and in silence, then all on the wall. */
async function writeAlone(evening: Evening, { question, stickies }: Workshop): Promise<void> {
  await evening.step(2)
  const stepId = await evening.lead.say('notes.open', {
    ...{
      question,
      frameId: null,
      colour: 'yellow',
      anonymous: true,
      moderated: false,
      authorsMayReveal: false,
    },
  })
  for (const { text, authorId, createdAtSec } of [...stickies].sort(
    (a, b) => a.createdAtSec - b.createdAtSec,
  )) {
    const author = evening.member(authorId)
    await evening.server.moveTo(begin + createdAtSec * 1000)
    await author.say('notes.put', { stepId, seatId: author.seatId, noteId: randomId(), text })
  }
  await evening.lead.say('notes.reveal', { stepId })
}

/** Heaps with their names, as the group made them; what stands alone is what the evening taught. */
async function group(evening: Evening, { clusters, stickies }: Workshop): Promise<void> {
  await evening.step(3)
  await evening.write('whiteboard', ({ doc }) => {
    const home = new Map(clusters.map(({ id, title }) => [id, addFrame(doc, { name: title })]))
    const learnt = addFrame(doc, { name: 'Ce que nous avons appris' })
    for (const item of [...readBoard(doc).items.values()]) {
      const sticky = item.kind === 'note' ? stickies.find(({ text }) => text === item.words) : undefined
      if (sticky) moveToFrame(doc, item.id, home.get(sticky.clusterId ?? '') ?? learnt)
    }
  })
  for (const place of [4, 5]) await evening.step(place)
}

async function vote(evening: Evening, { clusters, dotVoting }: Workshop): Promise<void> {
  await evening.step(6)
  const id = await evening.lead.say('decision.open', {
    question: 'Par quoi commençons-nous ?',
    ballot: { kind: 'dots', points: 3, maxPerItem: 2, minus: false },
    items: [...clusters.map(({ title }) => title), 'Ne rien changer'].map((text) => ({ kind: 'text', text })),
  })
  const voters = new Set(dotVoting.votes.map(({ memberId }) => memberId))
  for (const voter of voters) {
    const own = dotVoting.votes.filter(({ memberId }) => memberId === voter)
    const points = Object.fromEntries(
      own.map((one) => [String(clusters.findIndex((cluster) => cluster.id === one.clusterId)), one.points]),
    )
    const member = evening.member(voter)
    const answer = { kind: 'dots', points, comment: '' } as const
    await member.say('decision.answer', { id, round: 1, seatId: member.seatId, answer })
  }
  await evening.lead.say('decision.close', { id })
}

type Contribution = Workshop['consentRounds'][number]['contributions'][number]

/** What the group judged to be no reasoned objection was taken as a reservation. */
function positionOf(said: Contribution | undefined, first: boolean) {
  if (said?.type === 'objection' && said.valid && first)
    return { position: 'objection', words: said.text } as const
  if (said?.type === 'reserve' || said?.valid === false)
    return { position: 'reservation', words: said.text } as const
  return { position: 'accord', words: '' } as const
}

async function consent(evening: Evening, text: NonNullable<typeof round>): Promise<void> {
  await evening.step(7)
  const { lead } = evening
  const id = await lead.say('decision.open', {
    question: 'Un comité local à Nantes, dès ce soir',
    ballot: { kind: 'consent' },
    items: [{ kind: 'text', text: text.proposal }],
  })
  const said = new Map(
    text.contributions
      .filter(({ type }) => type !== 'clarification' && type !== 'reaction')
      .map((one) => [one.memberId, one]),
  )
  for (const from of ['presentation', 'clarifications', 'reactions'] as const)
    await lead.say('decision.next', { id, from })
  for (const turn of [1, 2]) {
    await evening.at((workshop?.agenda[7]?.startMin ?? 0) * 60 + turn * 720)
    for (const [memberId, member] of evening.members) {
      const answer = { kind: 'consent', ...positionOf(said.get(memberId), turn === 1) } as const
      await member.say('decision.answer', { id, round: turn, seatId: member.seatId, answer })
    }
    if (!lead.view('decision').open?.ballot || turn > 0)
      await lead.say('decision.show', { id }).catch(() => undefined)
    await lead.say('decision.next', { id, from: 'round' })
    if (turn === 1) {
      await lead.say('decision.amend', { id, proposal: text.finalText })
      await lead.say('decision.next', { id, from: 'amendment' })
    }
  }
  await lead.say('decision.close', { id })
}

/** On s’y met ce soir: the text, whom it is asked of, its first step. */
async function begun(evening: Evening, text: NonNullable<typeof round>): Promise<void> {
  const title = 'Un comité local de la vie coopérative à Nantes'
  const question = text.contributions.find(({ type }) => type === 'clarification')?.text
  let draftId = ''
  await evening.write('drafts', ({ doc }) => {
    draftId = createDraft(doc, {
      title,
      proposition: [text.finalText],
      fields: { addressee: 'us-here' },
      ...(question ? { questions: [question] } : {}),
    })
    if (!draftsOf(doc).has(draftId)) throw new Error('no draft')
  })
  const space = evening.lead.answer?.documents.find(({ kind }) => kind === 'drafts')?.name.split('/')[1] ?? ''
  const who = ['mem-157', 'mem-159', 'mem-151'].map((id) => names.get(id)).join(', ')
  await evening.lead.say('decision.startInitiative', {
    draft: { spaceId: space, draftId, title },
    ...{ firstStep: 'première réunion, puis chaque premier mardi du mois', who, when: '2020-02-04' },
  })
  const secretary = evening.member('mem-149')
  for (const { resolution, valid } of text.contributions)
    if (resolution && valid) await secretary.say('agenda.addOutcome', { text: resolution })
}

async function take(evening: Evening): Promise<void> {
  const { lead, server } = evening
  await evening.step(8)
  const last = workshop?.agenda.at(-1)
  await evening.at(((last?.startMin ?? 0) + (last?.durationMin ?? 0)) * 60)
  await lead.say('agenda.end', { from: lead.view('agenda').currentId ?? '' })
  const headers = { 'content-type': 'application/json', cookie: lead.cookie }
  const path = `${server.url}/api/rooms/NANTES/minutes`
  const written = await fetch(path, { method: 'POST', headers, body: JSON.stringify({ language: 'fr' }) })
  const { sessionId } = (await written.json()) as { sessionId: string } // the route's answer
  for (const format of ['md', 'docx', 'pdf']) {
    const response = await fetch(`${path}/${sessionId}.${format}`, { headers: { cookie: lead.cookie } })
    if (!response.ok) throw new Error(`${format}: ${response.status} ${await response.text()}`)
    const content = Buffer.from(await response.arrayBuffer())
    writeFileSync(join(folder, `compte-rendu-nantes.${format}`), content)
    console.log(`compte-rendu-nantes.${format}: ${content.length} bytes`)
  }
}

const evening = await gather()
try {
  await arrive(evening)
  await writeAlone(evening, workshop)
  await group(evening, workshop)
  await vote(evening, workshop)
  await consent(evening, round)
  await begun(evening, round)
  await take(evening)
} finally {
  for (const member of evening.members.values()) member.leave()
  await evening.server.close()
}
