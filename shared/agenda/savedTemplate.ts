// An agenda that a facilitator kept for all facilitators of the cooperative.
import { z } from 'zod'
import { stepLimit } from '#shared/agenda/agendaState.ts'
import { StepPlan } from '#shared/agenda/step.ts'

/** Chosen by the client, so that sending it again makes no second one. */
export const savedTemplateId = z.string().regex(/^[\w-]{8,64}$/)

/** `PUT /api/session-templates/:id` */
export const savedTemplateInput = z.object({
  name: z.string().trim().min(1).max(120),
  steps: z.array(StepPlan).min(1).max(stepLimit),
  /** The `savedAt` that its author saw: nobody writes over what somebody else has just kept. Absent or null for a new one. */
  was: z.number().nullable().default(null),
})
export type SavedTemplateInput = z.input<typeof savedTemplateInput>

export const SavedTemplate = z.object({
  id: savedTemplateId,
  name: z.string(),
  steps: z.array(StepPlan),
  /** The name of whoever kept it last. */
  savedBy: z.string(),
  /** Milliseconds since 1970, server clock. */
  savedAt: z.number(),
})
export type SavedTemplate = z.output<typeof SavedTemplate>

/** `GET /api/session-templates` */
export interface SavedTemplatesAnswer {
  readonly templates: readonly SavedTemplate[]
}

export const savedTemplateLimit = 200
