// What the library asks of a person: an answer to give, or an answer to read.
import { todayOf } from '#server/features/home/day.ts'
import { standingQuestion } from '#server/features/library/libraryQuestions.ts'
import type { Account } from '#server/ports/people.ts'
import type { Deps } from '#server/transport/deps.ts'
import type { Waits } from '#shared/home/waits.ts'
import { bySubject } from '#shared/library/libraryEntries.ts'
import { mayAnswer, questionState } from '#shared/library/libraryRights.ts'

const page = '/library?tab=questions'

export async function libraryWaits(
  deps: Pick<Deps, 'store' | 'demo' | 'now'>,
  account: Account,
): Promise<readonly Waits[]> {
  const entries = await deps.store.library.entries('question')
  if (entries.length === 0) return []
  const today = await todayOf(deps)
  const all = [...bySubject(entries).values()].flatMap((list) => standingQuestion(list) ?? [])
  const due = all.flatMap((one) => {
    const [asked] = one.entries
    const answered = one.entries.some(({ body }) => body.step === 'answered')
    const theirs = mayAnswer(one.groupId, account)
    return theirs && asked?.body.step === 'asked' && !answered ? [asked.body.due] : []
  })
  const late = due.filter((day) => questionState({ answered: false, due: day }, today) === 'late')
  const toRead = all.filter(
    ({ by, seen, entries: list }) =>
      by === `account:${account.id}` && !seen && list.some(({ body }) => body.step === 'answered'),
  )
  const found: Waits[] = []
  if (due.length > 0)
    found.push({
      ...{ text: late.length > 0 ? 'library:waits.late' : 'library:waits.toAnswer', subject: '', page },
      ...{ count: late.length > 0 ? late.length : due.length, day: [...due].sort()[0] ?? null },
    })
  if (toRead.length > 0)
    found.push({ text: 'library:waits.answered', count: toRead.length, subject: '', day: null, page })
  return found
}
