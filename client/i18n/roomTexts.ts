// The words of a room, loaded with it.
import i18next from 'i18next'
import { texts as addressee } from '#client/features/addressee/texts.ts'
import { texts as adoption } from '#client/features/adoption/texts.ts'
import { texts as agenda } from '#client/features/agenda/texts.ts'
import { texts as attention } from '#client/features/attention/texts.ts'
import { texts as call } from '#client/features/call/texts.ts'
import { texts as decision } from '#client/features/decision/texts.ts'
import { texts as display } from '#client/features/display/texts.ts'
import { texts as draft } from '#client/features/draft/texts.ts'
import { texts as handover } from '#client/features/handover/texts.ts'
import { texts as list } from '#client/features/list/texts.ts'
import { texts as merge } from '#client/features/merge/texts.ts'
import { texts as minutes } from '#client/features/minutes/texts.ts'
import { texts as notes } from '#client/features/notes/texts.ts'
import { texts as openness } from '#client/features/openness/texts.ts'
import { texts as paper } from '#client/features/paper/texts.ts'
import { texts as people } from '#client/features/people/texts.ts'
import { texts as presence } from '#client/features/presence/texts.ts'
import { texts as queue } from '#client/features/queue/texts.ts'
import { texts as remark } from '#client/features/remark/texts.ts'
import { texts as replay } from '#client/features/replay/texts.ts'
import { texts as share } from '#client/features/share/texts.ts'
import { texts as similar } from '#client/features/similar/texts.ts'
import { texts as subgroups } from '#client/features/subgroups/texts.ts'
import { texts as timer } from '#client/features/timer/texts.ts'
import { texts as welcome } from '#client/features/welcome/texts.ts'
import { texts as whiteboard } from '#client/features/whiteboard/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const roomTexts = {
  timer,
  adoption,
  agenda,
  attention,
  queue,
  list,
  draft,
  whiteboard,
  handover,
  merge,
  minutes,
  notes,
  openness,
  paper,
  people,
  presence,
  remark,
  replay,
  share,
  similar,
  call,
  decision,
  subgroups,
  addressee,
  display,
  welcome,
} as const

/** Before anything of a room is rendered. */
export function addRoomTexts(): void {
  for (const { code } of languages) {
    for (const [namespace, texts] of Object.entries(roomTexts))
      i18next.addResourceBundle(code, namespace, texts[code])
  }
}
