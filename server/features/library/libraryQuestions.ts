// Questions to the team as a reader is shown them.
import { roomGroups } from '#server/features/home/roomGroups.ts'
import type { LibraryVisitor } from '#server/features/library/libraryVisitor.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { LibraryQuestion } from '#shared/library/libraryAnswers.ts'
import { bySubject, type LibraryEntry } from '#shared/library/libraryEntries.ts'
import { mayAnswer, mayReadItsDraft, mayReadQuestion, questionState } from '#shared/library/libraryRights.ts'
import type { RoomGroup } from '#shared/room/join.ts'

type QuestionEntries = readonly LibraryEntry<'question'>[]

export interface StandingQuestion {
  readonly id: string
  readonly groupId: string
  readonly by: string
  readonly published: boolean
  readonly seen: boolean
  readonly entries: QuestionEntries
}

/** A question as its entries make it; undefined where the first one is missing. */
export function standingQuestion(entries: QuestionEntries): StandingQuestion | undefined {
  const [asked] = entries
  if (asked?.body.step !== 'asked' || asked.groupId === null) return undefined
  const last = entries.findLast(({ body }) => body.step === 'answered')
  return {
    ...{ id: asked.subject, groupId: asked.groupId, by: asked.by, entries },
    published: last?.body.step === 'answered' && last.body.published,
    seen:
      last !== undefined &&
      entries.some(({ body, version }) => body.step === 'seen' && version > last.version),
  }
}

/** Those that this visitor may read; open ones first, the most pressing first. */
export async function shownQuestions(
  { store }: Pick<Deps, 'store'>,
  visitor: LibraryVisitor,
  today: string,
): Promise<LibraryQuestion[]> {
  const [entries, groups] = await Promise.all([store.library.entries('question'), roomGroups(store)])
  return [...bySubject(entries).values()]
    .flatMap((list) => {
      const question = standingQuestion(list)
      const group = question && groups.get(question.groupId)
      if (!group || !mayReadQuestion(question, visitor.account, visitor.readable)) return []
      return shown(question, { visitor, today, group }) ?? []
    })
    .sort((a, b) => rank(a) - rank(b) || (a.due < b.due ? -1 : 1))
}

const rank = ({ state }: LibraryQuestion): number => (state === 'answered' ? 1 : 0)

interface Showing {
  readonly visitor: LibraryVisitor
  readonly today: string
  readonly group: RoomGroup
}

function shown(question: StandingQuestion, { visitor, today, group }: Showing): LibraryQuestion | undefined {
  const [asked] = question.entries
  if (asked?.body.step !== 'asked') return undefined
  const { text, due, themeId, cardId, draft } = asked.body
  const answers = question.entries.flatMap(({ body, day, byName }) =>
    body.step === 'answered' ? [{ text: body.text, day, byName }] : [],
  )
  const within = mayReadItsDraft(question, visitor.account, visitor.readable)
  return {
    ...{ id: question.id, group, text, due, themeId, cardId, answers, published: question.published },
    // Outside its group a question has no name: it is the group's.
    asked: { day: asked.day, byName: within ? asked.byName : '' },
    draft: draft && within ? { title: draft.title } : null,
    state: questionState({ answered: answers.length > 0, due }, today),
    version: question.entries.at(-1)?.version ?? 0,
    mayAnswer: mayAnswer(question.groupId, visitor.account),
    toRead: answers.length > 0 && !question.seen && visitor.by === question.by,
  }
}
