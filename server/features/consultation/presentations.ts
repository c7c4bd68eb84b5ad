// Open videoconferences: those that were held, and those that are planned here.
import type {
  ConsultationAsker,
  ConsultationDeps,
  ConsultationWorld,
} from '#server/features/consultation/consultationWorld.ts'
import { type Moderations, moderated } from '#server/features/consultation/moderation.ts'
import { presenceDigest } from '#server/features/consultation/voter.ts'
import type { ShownPresentation } from '#shared/consultation/consultationAnswers.ts'
import type { Entry } from '#shared/consultation/consultationEntries.ts'
import { keepsConsultation } from '#shared/consultation/consultationRights.ts'

/** Who registers: the account, or a digest of browser and presentation. Undefined for a browser that never answered. */
export function authorOf({ account, token }: ConsultationAsker, presentationId: string): string | undefined {
  if (account) return `account:${account.id}`
  return token === undefined ? undefined : presenceDigest(token, presentationId)
}

/** By id, each as it stands. */
export async function plannedHere({
  store,
}: ConsultationDeps): Promise<ReadonlyMap<string, Entry<'presentation'>>> {
  return new Map((await store.consultation.entries('presentation')).map((entry) => [entry.subjectId, entry]))
}

/** What is on the wall of a presentation now; undefined where it is not running. */
export async function runningStep(
  { store }: ConsultationDeps,
  presentationId: string,
): Promise<Entry<'step'> | undefined> {
  const last = (await store.consultation.entries('step', presentationId)).at(-1)
  return last?.body.open ? last : undefined
}

export async function shownPresentations(
  deps: ConsultationDeps,
  { moderations, today }: Pick<ConsultationWorld, 'today' | 'moderations'>,
  asker: ConsultationAsker,
): Promise<ShownPresentation[]> {
  const [all, planned] = await Promise.all([
    deps.store.cycle.presentations({ before: today }),
    plannedHere(deps),
  ])
  const past = all
    .filter(({ id }) => !planned.has(id))
    .map(
      (one): ShownPresentation => ({
        ...{ id: one.id, title: one.title, date: one.date, startTime: one.startTime ?? null },
        ...{ durationMin: one.durationMin ?? null, themeIds: one.themeIds, summary: one.summary ?? '' },
        ...{ when: 'past' as const, cancelled: false, here: false, coming: 0, callUrl: '', liveCode: null },
        ...{ names: [], you: { coming: false, name: '' }, hidden: null, moderations: 0 },
        attended: one.attendance.room + one.attendance.remote,
      }),
    )
  const here = await Promise.all(
    [...planned.values()].map((entry) => shownHere(deps, { entry, today, moderations, asker })),
  )
  return [...past, ...here].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
}

const timeOf = ({ date, id, startTime }: ShownPresentation): string => `${date} ${startTime ?? ''} ${id}`

async function shownHere(
  deps: ConsultationDeps,
  about: {
    readonly entry: Entry<'presentation'>
    readonly today: string
    readonly moderations: Moderations
    readonly asker: ConsultationAsker
  },
): Promise<ShownPresentation> {
  const { asker, today } = about
  const { body, subjectId: id } = about.entry
  const { consultation } = deps.store
  const [people, running] = await Promise.all([consultation.registered(id), runningStep(deps, id)])
  const author = authorOf(asker, id)
  const own = people.find((one) => one.author === author)
  const keeps = keepsConsultation(asker.account)
  const isPast = body.date < today && !running
  return {
    ...{ id, title: body.title, date: body.date, startTime: body.startTime, durationMin: body.durationMin },
    ...{ themeIds: body.themeIds, when: isPast ? 'past' : 'coming', summary: '', cancelled: body.cancelled },
    attended: isPast ? await consultation.entered(id) : null,
    ...{ here: true, coming: people.length, you: { coming: own !== undefined, name: own?.name ?? '' } },
    callUrl: (own || keeps) && !body.cancelled ? body.callUrl : '',
    liveCode: running ? body.code : null,
    ...standingOf(about.moderations, id),
    names: keeps ? await Promise.all(people.map((one) => nameOf(deps, one))) : [],
  }
}

function standingOf(acts: Moderations, id: string): Pick<ShownPresentation, 'hidden' | 'moderations'> {
  const { hidden, moderations } = moderated(acts, { target: 'presentation', id, text: '' }, false)
  return { hidden, moderations }
}

async function nameOf(
  { store }: ConsultationDeps,
  { author, name }: { readonly author: string; readonly name: string },
): Promise<string> {
  if (!author.startsWith('account:')) return name
  return (await store.people.account(author.slice('account:'.length)))?.displayName ?? name
}
