// Instants and marks in words, for the eye, the slider's voice and the lists.
import type { TFunction } from 'i18next'
import { hour } from '#client/ui/dates.ts'
import type { ReplayChange } from '#shared/replay/changesBetween.ts'
import type { ReplayMark, ReplaySession } from '#shared/replay/replayAnswer.ts'
import { stepAt } from '#shared/replay/timeLine.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** « 18 h 42 » in French, `18:42` elsewhere, in this device's time zone. */
export function clock(language: string, at: number): string {
  const time = new Date(at)
  return hour(language, `${two(time.getHours())}:${two(time.getMinutes())}`)
}

/** With seconds: short sessions and near marks would have one and the same hour. */
export const exactClock = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at)

export function sessionName(t: TFunction, language: string, { kind, from, to }: ReplaySession): string {
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(
    from,
  )
  return t(`session.${kind}`, { day, from: clock(language, from), to: clock(language, to) })
}

export function markName(t: TFunction, mark: ReplayMark): string {
  switch (mark.kind) {
    case 'step':
      return t('mark.step', { place: mark.place, title: mark.title })
    case 'begun':
      return mark.titles.length > 1
        ? t('mark.begunMany', { count: mark.titles.length })
        : t('mark.begun', { title: mark.titles[0] ?? '' })
    case 'begin':
    case 'end':
      return t(`mark.${mark.kind}`)
    default:
      return mark.text === '' ? t(`mark.${mark.kind}Bare`) : t(`mark.${mark.kind}`, { text: mark.text })
  }
}

/** « 18 h 42, étape 3 : Vote ». */
export function instantName(t: TFunction, language: string, session: ReplaySession, at: number): string {
  const step = stepAt(session.marks, at)
  const time = exactClock(language, at)
  return step ? t('instantInStep', { time, place: step.place, title: step.title }) : time
}

export function changeName(t: TFunction, change: ReplayChange): string {
  switch (change.kind) {
    case 'draft-changed': {
      const parts = change.parts.map((part) => t(`part.${part}`)).join(', ')
      return t('change.draft-changed', { title: change.title || t('untitled'), parts })
    }
    case 'draft-begun':
    case 'draft-gone':
      return t(`change.${change.kind}`, { title: change.title || t('untitled') })
    case 'note-moved':
      return change.frame === ''
        ? t('change.note-out', { words: change.words })
        : t('change.note-moved', { words: change.words, frame: change.frame })
    default:
      return t(`change.${change.kind}`, { words: change.words || t('emptyNote') })
  }
}
