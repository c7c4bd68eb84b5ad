// The words of a room, loaded with it.
import i18next from 'i18next'
import { texts as call } from '#client/features/call/texts.ts'
import { texts as draft } from '#client/features/draft/texts.ts'
import { texts as list } from '#client/features/list/texts.ts'
import { texts as people } from '#client/features/people/texts.ts'
import { texts as share } from '#client/features/share/texts.ts'
import { texts as whiteboard } from '#client/features/whiteboard/texts.ts'
import { languages } from '#client/ui/languages.ts'

export const roomTexts = { list, draft, whiteboard, people, share, call } as const

/** Before anything of a room is rendered. */
export function addRoomTexts(): void {
  for (const { code } of languages) {
    for (const [namespace, texts] of Object.entries(roomTexts))
      i18next.addResourceBundle(code, namespace, texts[code])
  }
}
