// A rewording to which every source group consented becomes the text's next version.
import {
  type InstructionDeps,
  readInstruction,
  versionsFor,
} from '#server/features/instruction/instructionWorld.ts'
import { changeText } from '#server/features/publication/texts.ts'
import { actsOfKind } from '#shared/instruction/instructionActs.ts'
import { standingRulings } from '#shared/instruction/standingRulings.ts'

/**
 * Made again whenever somebody writes something down: a server that was killed between the last consent and the new version makes it then.
 * A text that changed meanwhile stays as it is, and its board looks at it again.
 */
export async function settleRewordings(deps: InstructionDeps): Promise<void> {
  const world = await readInstruction(deps)
  const asked = new Set(
    actsOfKind(world.acts, 'verdict').flatMap(({ body }) =>
      body.decision === 'reformulate' ? body.recommendationId : [],
    ),
  )
  for (const standing of world.texts) {
    const { id } = standing.recommendation
    if (!asked.has(id)) continue
    const rulings = standingRulings(world, await versionsFor(deps, standing))
    const agreed = rulings.boards
      .flatMap(({ verdicts }) => verdicts)
      .find(
        (one) =>
          !one.superseded &&
          one.rewording.length > 0 &&
          one.version === standing.version &&
          one.awaiting.length === 0,
      )
    if (!agreed) continue
    const names = agreed.answers.filter(({ answer }) => answer === 'consent').map(({ byName }) => byName)
    await changeText(deps, standing, {
      words: Object.fromEntries(agreed.rewording.map(({ after, part }) => [part, after])),
      ...{ cause: 'reformulation', why: agreed.reason, byName: names.join(', '), date: world.today },
    })
  }
}
