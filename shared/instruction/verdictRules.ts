// Whether a verdict may stand: what each of the four must say, and a vote that adds up.
import { ok, type Result, refuse } from '#shared/contract/result.ts'
import type { BodyOf, Rewording } from '#shared/instruction/instructionActs.ts'

/** Words of the shortest sentence that gives a reason. */
export const fewestWords = 5

/** [V1] A sentence: five words at least, and its end. */
export const isSentence = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).length >= fewestWords &&
  /[.!?…]["»”'’)\s]*$/u.test(text)

export type VerdictFault =
  | 'reason'
  | 'basis'
  | 'possibleIf'
  | 'hereNow'
  | 'postponedUntil'
  | 'rewording'
  | 'votes'
  | 'majority'

export interface Standing {
  readonly today: string
  /** People present at the sitting. */
  readonly present: number
  /** The parts as they are read now. */
  readonly text: Readonly<Rewording>
}

/**
 * [V2] Every verdict has a public reason, and a ground unless it accepts.
 * [V3] A postponed or refused one says what would make it possible and what can be done here without waiting.
 * [V4] A postponed one has a day of review that lies ahead; no other has one.
 * [V5] A reformulated one changes a word; no other changes any.
 * [V6] The votes add up to those present, and more are for it than against it.
 */
export function verdictFaults(verdict: BodyOf<'verdict'>, standing: Standing): VerdictFault[] {
  const { basis, decision, postponedUntil, reason, votes } = verdict
  const declined = decision === 'postpone' || decision === 'refuse'
  const changes = changedParts(verdict.rewording, standing.text).length > 0
  const faults: [VerdictFault, boolean][] = [
    ['reason', !isSentence(reason)],
    ['basis', decision !== 'accept' && basis.length === 0],
    ['possibleIf', declined && !isSentence(verdict.possibleIf)],
    ['hereNow', declined && !isSentence(verdict.hereNow)],
    [
      'postponedUntil',
      decision === 'postpone'
        ? postponedUntil === null || postponedUntil <= standing.today
        : postponedUntil !== null,
    ],
    ['rewording', decision === 'reformulate' ? !changes : Object.keys(verdict.rewording).length > 0],
    ['votes', votes.for + votes.against + votes.abstain !== standing.present || standing.present === 0],
    ['majority', votes.for <= votes.against],
  ]
  return faults.filter(([, wrong]) => wrong).map(([fault]) => fault)
}

export function checkVerdict(verdict: BodyOf<'verdict'>, standing: Standing): Result<undefined> {
  const [fault] = verdictFaults(verdict, standing)
  return fault ? refuse('bad-input', `instruction.${fault}`) : ok(undefined)
}

/** Parts whose words differ, in the order of the text. */
export const changedParts = (
  rewording: Readonly<Rewording>,
  text: Readonly<Rewording>,
): (keyof Rewording)[] =>
  (Object.keys(rewording) as (keyof Rewording)[]).filter(
    // keys of the schema's enum
    (part) => (rewording[part] ?? '').normalize('NFC').trim() !== (text[part] ?? '').normalize('NFC').trim(),
  )
