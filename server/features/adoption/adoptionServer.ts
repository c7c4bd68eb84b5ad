// The server's half of consent and adoption: reads the text as it is on disk and who speaks for whom; keeps versions and marks originals.
import { type BodyDeps, versionBody } from '#server/features/adoption/versionBody.ts'
import { groupsOf, groupsSpokenFor, isSecretary } from '#server/features/adoption/whoSpeaks.ts'
import type { SliceServer } from '#server/live/rooms.ts'
import type { People } from '#server/ports/people.ts'
import type { Room } from '#server/ports/rooms.ts'
import type { KeptVersion, Versions } from '#server/ports/versions.ts'
import type { DocumentLane } from '#server/transport/documentLane.ts'
import { adoption } from '#shared/adoption/adoption.ts'
import type { AdoptionFacts, TextFacts } from '#shared/adoption/adoptionFacts.ts'
import {
  type AdoptionState,
  consentOf,
  type ParentPlace,
  type TextConsent,
  textOf,
} from '#shared/adoption/adoptionState.ts'
import { lapsedGroups } from '#shared/adoption/correctionCommands.ts'
import { heldFingerprint } from '#shared/adoption/heldConsent.ts'
import type { VersionHead } from '#shared/adoption/version.ts'
import { type FormFault, formFault, wordChanges } from '#shared/adoption/wordChanges.ts'
import { documentName } from '#shared/contract/documentName.ts'
import { draftsOf, type ReadDraft, readDraft } from '#shared/draft/draftModel.ts'
import { type FingerprintedDraft, fingerprint } from '#shared/draft/fingerprint.ts'
import { setMergedInto } from '#shared/draft/markMerged.ts'
import type { MergedInto } from '#shared/draft/mergedInto.ts'
import { listPlace } from '#shared/handover/handoverState.ts'

export interface AdoptionServerOptions extends BodyDeps {
  readonly people: Pick<People, 'participant' | 'account' | 'participantNames'>
  readonly versions: Pick<Versions, 'keepVersion' | 'withdrawVersion' | 'keepText' | 'text'>
  /** The whole list of a group's own room, to which it consents as to a text; null elsewhere. */
  readonly listText: (room: Room, spaceId: string) => Promise<TextFacts | null>
  /** Asked for at each use: it is opened after the room lane. */
  readonly lane: () => Pick<DocumentLane, 'edit' | 'read'>
}

interface Place {
  readonly spaceId: string
  readonly draftId: string
}

const readsText = new Set(['ask', 'markForm', 'keepConsent', 'adopt'])

export function adoptionServer(options: AdoptionServerOptions): SliceServer {
  return {
    async gather(actor, input, verb): Promise<AdoptionFacts> {
      const place = input as Place // parsed by the slice's own commands, which all name a text
      const room = await options.rooms.room(actor.roomId)
      const groupIds = room ? groupsOf(room, place.spaceId) : []
      const base = {
        groupIds,
        isOwnRoom: room?.kind === 'group',
        speaksFor: await groupsSpokenFor(options.people, actor, groupIds),
      }
      const secretary = verb === 'close' && (await isSecretary(options, actor))
      // [H2] A group consents to its whole list as it does to a text.
      if (room && place.draftId === listPlace)
        return { ...base, isSecretary: secretary, text: await options.listText(room, place.spaceId) }
      const read = readsText.has(verb) && groupIds.length > 0 ? await readText(options, place) : undefined
      if (!room || !read) return { ...base, isSecretary: secretary, text: null }
      const text = { fingerprint: fingerprint(read), title: read.title, text: textAlone(read) }
      const facts = { ...base, isSecretary: false, text }
      if (verb === 'markForm')
        return { ...facts, ...(await formFacts(options, { room, place, facts, read })) }
      if (verb === 'adopt')
        return { ...facts, adopting: await versionBody(options, { room, place, groupIds, read }) }
      return facts
    },

    async perform({ roomId, kind, input }) {
      switch (kind) {
        case 'keep-text': {
          const { fingerprint: of, text } = input as { fingerprint: string; text: FingerprintedDraft } // asked for by this slice only, as below
          return options.versions.keepText(roomId, of, text)
        }
        case 'adopt':
          return adopt(options, roomId, input as AdoptEffect)
        case 'withdraw':
          return withdraw(options, input as WithdrawEffect)
      }
    },
  }
}

const readText = (
  { lane }: AdoptionServerOptions,
  { spaceId, draftId }: Place,
): Promise<ReadDraft | undefined> =>
  lane().read(documentName({ kind: 'drafts', id: spaceId }), (doc) => {
    const read = readDraft(draftId, draftsOf(doc).get(draftId))
    return read?.deletedAt === null ? read : undefined
  })

/** What is fingerprinted, and nothing else. */
const textAlone = (read: ReadDraft): FingerprintedDraft => ({
  ...{ title: read.title, summary: read.summary, sections: read.sections, nuances: read.nuances },
  ...{ jurisdictions: read.jurisdictions, countryPassages: read.countryPassages },
})

interface Formed {
  readonly room: Room
  readonly place: Place
  readonly facts: Pick<AdoptionFacts, 'groupIds'> & { readonly text: { readonly fingerprint: string } }
  readonly read: ReadDraft
}

/** [AD6] What changed since each group held its consent, and whether it is form only, measured from what the group spoke on. */
async function formFacts(
  { rooms, versions }: AdoptionServerOptions,
  { room, place, facts, read }: Formed,
): Promise<Pick<AdoptionFacts, 'changes'> & { readonly formFault?: FormFault }> {
  const { state } = await rooms.state(room.id)
  const parsed = adoption.state.safeParse(state['adoption'])
  const kept: AdoptionState = parsed.success ? parsed.data : adoption.initial
  const text: TextConsent = textOf(kept, place)
  const lapsed = lapsedGroups(text, facts, facts.text.fingerprint)
  const compared = await Promise.all(
    lapsed.map(async (groupId) => {
      const spokenOn = await versions.text(room.id, consentOf(text, groupId)?.spoken?.fingerprint ?? '')
      const held = (await versions.text(room.id, heldFingerprint(text, groupId) ?? '')) ?? spokenOn
      return {
        groupId,
        changes: held ? wordChanges(held, read) : null,
        fault: spokenOn ? formFault(spokenOn, read) : ('adoption.formTooMuch' as const),
      }
    }),
  )
  // What is kept as corrected is what the next correction is shown against.
  await versions.keepText(room.id, facts.text.fingerprint, textAlone(read))
  const fault = compared.find((one) => one.fault)?.fault
  return {
    changes: Object.fromEntries(compared.map(({ groupId, changes }) => [groupId, changes])),
    ...(fault ? { formFault: fault } : {}),
  }
}

type AdoptEffect = Omit<VersionHead, 'date' | 'withdrawn'> &
  Pick<KeptVersion, 'body'> & { readonly parents: readonly ParentPlace[]; readonly mark: MergedInto }

/** By the version's own id the same one, however often it is done; what was withdrawn meanwhile is not marked again. */
async function adopt(options: AdoptionServerOptions, roomId: string, effect: AdoptEffect): Promise<void> {
  const { parents, mark, ...head } = effect
  const { date } = head.body.credits
  await options.versions.keepVersion({ ...head, roomId, date, withdrawn: null })
  await markParents(options, parents, () => mark)
}

interface WithdrawEffect {
  readonly versionId: string
  readonly at: number
  readonly name: string
  readonly reason: string
  readonly parents: readonly ParentPlace[]
  readonly standing: MergedInto | null
}

async function withdraw(options: AdoptionServerOptions, effect: WithdrawEffect): Promise<void> {
  const { versionId, parents, standing, ...withdrawal } = effect
  await options.versions.withdrawVersion(versionId, withdrawal)
  // What another merge says of it stays: only this version's mark is taken away.
  await markParents(options, parents, (now) => (now?.versionId === versionId ? standing : now))
}

async function markParents(
  { lane }: AdoptionServerOptions,
  parents: readonly ParentPlace[],
  next: (now: MergedInto | null) => MergedInto | null,
): Promise<void> {
  for (const spaceId of new Set(parents.map((parent) => parent.spaceId)))
    await lane().edit(documentName({ kind: 'drafts', id: spaceId }), (doc) => {
      for (const { draftId } of parents.filter((parent) => parent.spaceId === spaceId)) {
        const now = readDraft(draftId, draftsOf(doc).get(draftId))?.mergedInto ?? null
        setMergedInto(doc, draftId, next(now))
      }
    })
}
