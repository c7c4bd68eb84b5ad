// The answer that everybody in the assembly asks for every few seconds: made once for each change, whoever asks and however many.
import { shownBallots } from '#server/features/assembly/shownBallots.ts'
import type { AssemblyRecords } from '#server/ports/assembly.ts'
import type { LiveAnswer, ShownQuestion } from '#shared/assembly/assemblyAnswers.ts'
import { inOrder, type Question, stateOf } from '#shared/assembly/question.ts'

export interface Told {
  readonly revision: number
  readonly etag: string
  readonly body: string
}

export interface LiveAssembly {
  /** As it stands now, or stood less than `freshMs` ago. */
  told(assemblyId: string): Promise<Told>
  /** What this process changed is told at once. */
  changed(): void
}

/** For this long nobody asks the store again, in milliseconds: several processes may change what is told. */
const freshMs = 400

export function liveAssembly(assembly: AssemblyRecords, now: () => number): LiveAssembly {
  let last: { readonly assemblyId: string; readonly at: number; readonly told: Promise<Told> } | undefined
  let before: { readonly assemblyId: string; readonly told: Told } | undefined
  const read = async (assemblyId: string): Promise<Told> => {
    const revision = await assembly.revision(assemblyId)
    if (before?.assemblyId === assemblyId && before.told.revision === revision) return before.told
    const body = JSON.stringify(await liveAnswer(assembly, assemblyId, revision))
    const told = { revision, etag: `"${encodeURIComponent(assemblyId)}.${revision}"`, body }
    before = { assemblyId, told }
    return told
  }
  return {
    told(assemblyId) {
      const at = now()
      if (last?.assemblyId === assemblyId && at >= last.at && at - last.at < freshMs) return last.told
      const told = read(assemblyId)
      const asked = { assemblyId, at, told }
      last = asked
      told.catch(() => {
        // The next one asks again.
        if (last === asked) last = undefined
      })
      return told
    },
    changed() {
      last = undefined
    },
  }
}

async function liveAnswer(
  assembly: AssemblyRecords,
  assemblyId: string,
  revision: number,
): Promise<LiveAnswer> {
  const [screen, questions, ballots] = await Promise.all([
    assembly.screen(assemblyId),
    assembly.questions(assemblyId),
    shownBallots(assembly, assemblyId),
  ])
  return {
    ...{ revision, screen, ballots },
    questions: inOrder(questions).map(shownQuestion),
    waiting: questions.filter((one) => stateOf(one) === 'waiting').length,
  }
}

export const shownQuestion = (question: Question): ShownQuestion => ({
  ...{ id: question.id, text: question.text, name: question.name, support: question.support },
  ...{ state: stateOf(question), note: question.acts.at(-1)?.note ?? '' },
})
