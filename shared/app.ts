// The list of the room lane's slices. A new one is added here and nowhere else; names and wire types follow from it.
import { adoption } from '#shared/adoption/adoption.ts'
import { adoptionRefusals } from '#shared/adoption/adoptionRefusals.ts'
import { agenda } from '#shared/agenda/agenda.ts'
import { agendaRefusals } from '#shared/agenda/agendaRefusals.ts'
import { attention } from '#shared/attention/attention.ts'
import { attentionRefusals } from '#shared/attention/attentionRefusals.ts'
import { call } from '#shared/call/call.ts'
import { callRefusals } from '#shared/call/callRefusals.ts'
import { laneRefusals, type RefusalWords } from '#shared/contract/refusalWords.ts'
import { decision } from '#shared/decision/decision.ts'
import { decisionRefusals } from '#shared/decision/decisionRefusals.ts'
import { handover } from '#shared/handover/handover.ts'
import { handoverRefusals } from '#shared/handover/handoverRefusals.ts'
import { joint } from '#shared/joint/joint.ts'
import { jointRefusals } from '#shared/joint/jointRefusals.ts'
import { merge } from '#shared/merge/merge.ts'
import { mergeRefusals } from '#shared/merge/mergeRefusals.ts'
import { notes } from '#shared/notes/notes.ts'
import { notesRefusals } from '#shared/notes/notesRefusals.ts'
import { openness } from '#shared/openness/openness.ts'
import { opennessRefusals } from '#shared/openness/opennessRefusals.ts'
import { queue } from '#shared/queue/queue.ts'
import { queueRefusals } from '#shared/queue/queueRefusals.ts'
import { seatRefusals } from '#shared/seats/seatRefusals.ts'
import { seats } from '#shared/seats/seats.ts'
import { subgroups } from '#shared/subgroups/subgroups.ts'
import { subgroupsRefusals } from '#shared/subgroups/subgroupsRefusals.ts'
import { timer } from '#shared/timer/timer.ts'
import { timerRefusals } from '#shared/timer/timerRefusals.ts'

export const slices = {
  attention,
  queue,
  timer,
  agenda,
  call,
  notes,
  openness,
  seats,
  decision,
  subgroups,
  joint,
  merge,
  adoption,
  handover,
}
export type Slices = typeof slices
export type SliceName = keyof Slices

/** What each refusal says to people. */
export const refusals: RefusalWords = {
  ...laneRefusals,
  ...attentionRefusals,
  ...queueRefusals,
  ...timerRefusals,
  ...agendaRefusals,
  ...callRefusals,
  ...notesRefusals,
  ...opennessRefusals,
  ...seatRefusals,
  ...decisionRefusals,
  ...subgroupsRefusals,
  ...adoptionRefusals,
  ...mergeRefusals,
  ...jointRefusals,
  ...handoverRefusals,
}
