// One step of a session: what is planned, and how it went.
import { z } from 'zod'

/** What a step opens for the people who facilitate; routes know which tool each word means. */
export const stepTools = [
  'none',
  'write',
  'vote',
  'poll',
  'gradient',
  'consent',
  'rank',
  'addressee',
  'queue-round',
  'subgroups',
] as const
export type StepTool = (typeof stepTools)[number]

export const stepMinutes = { least: 1, most: 240 } as const

/** The fields that people prepare; each may be changed alone, so that two people who change two fields both keep their words. */
export const stepPlanShape = {
  title: z.string().trim().min(1).max(120),
  minutes: z.number().int().min(stepMinutes.least).max(stepMinutes.most),
  method: z.string().trim().max(160),
  purpose: z.string().trim().max(400),
  tool: z.enum(stepTools),
  /** Record id of a frame on the room's whiteboard. */
  frameId: z.string().max(100).nullable(),
}
const planShape = {
  ...stepPlanShape,
  method: stepPlanShape.method.default(''),
  purpose: stepPlanShape.purpose.default(''),
  tool: stepPlanShape.tool.default('none'),
  frameId: stepPlanShape.frameId.default(null),
}

export const StepPlan = z.object(planShape)
export type StepPlan = z.output<typeof StepPlan>
export type StepField = keyof StepPlan

export const stepStates = ['planned', 'now', 'done', 'skipped'] as const

export const Step = z.object({
  ...planShape,
  id: z.string().max(80),
  state: z.enum(stepStates),
  /** Minutes given on top of the plan while it ran. */
  extraMinutes: z.number().default(0),
  /** Milliseconds since 1970, server clock: when it was begun for the first time. */
  firstBegunAt: z.number().nullable().default(null),
  /** The same, this time; null when it is not now. */
  begunAt: z.number().nullable().default(null),
  /** Milliseconds really spent on it, without the present visit. */
  tookMs: z.number().default(0),
})
export type Step = z.output<typeof Step>

export const plannedStep = (id: string, plan: StepPlan): Step => ({
  ...plan,
  ...{ id, state: 'planned', extraMinutes: 0, firstBegunAt: null, begunAt: null, tookMs: 0 },
})

export const planOf = ({ title, minutes, method, purpose, tool, frameId }: Step): StepPlan => ({
  ...{ title, minutes, method, purpose, tool, frameId },
})

/** What has happened stays in the agenda: the minutes tell it. */
export const hasHappened = ({ firstBegunAt }: Pick<Step, 'firstBegunAt'>): boolean => firstBegunAt !== null

/** Milliseconds spent on a step so far. */
export const spentMs = (step: Pick<Step, 'tookMs' | 'begunAt'>, now: number): number =>
  step.tookMs + (step.begunAt === null ? 0 : Math.max(0, now - step.begunAt))
