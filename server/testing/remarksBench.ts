// People who remark on drafts over real requests: each with what came to them as bytes.
import type { Store } from '#server/adapters/sql/openStore.ts'
import { threeGroups } from '#server/testing/jointServer.ts'
import { MergeDesk, seedMergeRooms } from '#server/testing/mergeBench.ts'
import { type DraftMap, draftsOf, readDraft } from '#shared/draft/draftModel.ts'
import { anchorOf, lettersOf, textsIn } from '#shared/remark/anchor.ts'
import type { AskRemark, Remark, RemarkAnchor, RemarkPlace, RemarksAnswer } from '#shared/remark/remark.ts'

/** Rooms, people and a cycle that knows the groups' names. */
export async function seedRemarks(store: Store): Promise<void> {
  const outcome = await store.cycle.importFile(threeGroups)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  await seedMergeRooms(store)
  const joint = await store.rooms.room('trois')
  if (!joint) throw new Error('no room')
  // Two groups let the others comment.
  const spaces = joint.spaces.map((one) =>
    one.groupId === null ? one : { ...one, opened: 'comment' as const },
  )
  await store.rooms.saveRoom({ ...joint, spaces })
}

let asked = 0

export class RemarkDesk extends MergeDesk {
  code = ''

  override async enter(code: string, persona?: string, more: object = {}): Promise<this> {
    this.code = code
    return super.enter(code, persona, more)
  }

  path(group: string, ...more: string[]): string {
    const [space, draft] = group.includes('/') ? group.split('/') : [`space-${group}`, `draft-${group}`]
    return [`/api/rooms/${this.code}/drafts/${space}/${draft}/remarks`, ...more].join('/')
  }

  /** The status, and what was answered; kept among what came to this person. */
  async ask<Answer = Remark & { code: string }>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer & { status: number | string }> {
    const response = await this.visitor.ask(method, path, body)
    const text = await response.text()
    this.received.push(Buffer.from(text))
    const answer = (text === '' ? {} : JSON.parse(text)) as Answer & { status?: unknown } // what the route under test says
    return response.ok ? { status: 200, ...answer } : { ...answer, status: response.status }
  }

  list(group: string): Promise<RemarksAnswer & { status: number | string }> {
    return this.ask<RemarksAnswer>('GET', this.path(group))
  }

  draftOf(group: string): DraftMap {
    const [space = '', draft = ''] = group.includes('/')
      ? group.split('/')
      : [`space-${group}`, `draft-${group}`]
    const map = draftsOf(this.doc(space)).get(draft)
    if (!map) throw new Error(`no draft ${group}`)
    return map
  }

  /** On these words, where they first stand. */
  anchor(group: string, words: string, place: RemarkPlace = 'proposition'): RemarkAnchor {
    const draft = this.draftOf(group)
    for (const text of textsIn(draft, place)) {
      const at = lettersOf(text).indexOf(words)
      const made =
        at >= 0 &&
        anchorOf(draft, place, [
          { text, index: at },
          { text, index: at + words.length },
        ])
      if (made) return made
    }
    throw new Error(`${group} does not say ${words}`)
  }

  remark(
    group: string,
    more: Partial<AskRemark>,
  ): Promise<Remark & { code: string; status: number | string }> {
    const input: AskRemark = {
      ...{
        id: `remark-${++asked}`,
        kind: 'comment',
        anchor: null,
        text: 'Une question',
        proposal: null,
        mentions: [],
      },
      ...more,
    }
    return this.ask('POST', this.path(group), input)
  }

  suggest(group: string, [words, proposal]: readonly [string, string], more: Partial<AskRemark> = {}) {
    const anchor = this.anchor(group, words)
    return this.remark(group, { kind: 'suggestion', anchor, proposal, text: '', ...more })
  }

  act(group: string, id: string, verb: string, body: object = {}) {
    return this.ask('POST', this.path(group, id, verb), body)
  }

  /** How often the line said that something changed. */
  changes(): number {
    return this.received.filter((bytes) => bytes.includes('["changed"')).length
  }

  says(group: string): string {
    return JSON.stringify(readDraft('any', this.draftOf(group))?.sections.proposition ?? [])
  }
}
