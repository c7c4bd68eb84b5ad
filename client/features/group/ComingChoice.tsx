// « Je viens » in one tap, and back in one tap: the pressed answer is this person's, pressed again it is taken back.
import { Armchair, CalendarX, Laptop, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupActs } from '#client/features/group/useGroupPage.ts'
import { UnreachableServer } from '#client/live/api.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { Coming, NextSession } from '#shared/group/groupPage.ts'

const icons: Record<Coming, LucideIcon> = { remote: Laptop, room: Armchair, no: CalendarX }
const order: readonly Coming[] = ['remote', 'room', 'no']

export function ComingChoice({ next, acts }: { next: NextSession; acts: GroupActs }) {
  const { t } = useTranslation('group')
  const [busy, setBusy] = useState(false)
  const say = async (answer: Coming | null, before: Coming | null): Promise<void> => {
    // Not by disabling the button: it has the focus.
    if (busy) return
    setBusy(true)
    try {
      await acts.answerComing(next.id, answer)
      showToast({
        text: t(answer === null ? 'comingTakenBack' : `comingSaid.${answer}`),
        action: { label: t('undo'), run: () => void say(before, answer) },
      })
    } catch (error) {
      showToast({
        text: t(error instanceof UnreachableServer ? 'comingOffline' : 'comingFailed'),
        tone: 'problem',
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="gp-coming" role="group" aria-label={t('comingLabel')}>
      {order.map((answer) => {
        const Icon = icons[answer]
        const closed = answer === 'room' && next.mode === 'online'
        const pressed = next.answer === answer
        return (
          <button
            key={answer}
            type="button"
            className={`btn ${answer === 'remote' && next.answer === null && !next.live ? 'primary' : ''}`}
            aria-pressed={closed ? undefined : pressed}
            aria-disabled={closed || undefined}
            onClick={() => !closed && void say(pressed ? null : answer, next.answer)}
          >
            <Icon className="i" aria-hidden="true" />
            {t(`comingAnswer.${answer}`)}
            {closed && <small>{t('roomClosed')}</small>}
          </button>
        )
      })}
    </div>
  )
}
