// Adopting: when nothing is missing, one question; else what is open, each with a name and a date.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BarPartProps } from '#client/features/adoption/AdoptionBar.tsx'
import { useMissing } from '#client/features/adoption/useMissing.ts'
import { useCommand } from '#client/live/useCommand.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Field } from '#client/ui/Field.tsx'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { sayRefusal } from '#client/ui/sayRefusal.ts'
import { showToast } from '#client/ui/toasts.tsx'
import type { TextConsentView } from '#shared/adoption/adoption.ts'
import type { OpenPoint } from '#shared/adoption/adoptionState.ts'

export interface AdoptDialogProps extends BarPartProps {
  readonly text: TextConsentView
  readonly onClose: () => void
}

export function AdoptDialog(props: AdoptDialogProps) {
  const { t } = useTranslation('adoption')
  const { spaceId, draftId, text, present, groups, open, isMerged, onClose } = props
  const adopt = useCommand('adoption.adopt')
  const missing = useMissing({ text, present, groups, open })
  const [busy, setBusy] = useState(false)
  const send = async (reserved: OpenPoint[] | null): Promise<void> => {
    setBusy(true)
    const answer = await adopt({ spaceId, draftId, fingerprint: present.fingerprint, reserved })
    setBusy(false)
    if (!sayRefusal(answer)) return
    showToast({ text: t(reserved ? 'adopt.doneReserved' : 'adopt.done') })
    onClose()
  }
  const ready = missing.groups.length === 0 && open === 0
  return (
    <ModalDialog title={t(isMerged ? 'adopt.merge' : 'adopt.text')} onClose={onClose}>
      <div className="stack adoption-dialog">
        <p lang={contentLanguage()}>
          <b>{present.draft.title}</b>
        </p>
        <p className="soft">{t(isMerged ? 'adopt.mergeText' : 'adopt.plainText')}</p>
        {ready ? (
          <div className="acts">
            <button type="button" className="btn" onClick={onClose}>
              {t('adopt.notYet')}
            </button>
            <button
              type="button"
              className="btn primary"
              aria-disabled={busy ? 'true' : undefined}
              onClick={() => !busy && void send(null)}
            >
              {t('adopt.do')}
            </button>
          </div>
        ) : (
          <>
            <p>{missing.words}</p>
            <Reserve {...props} busy={busy} onSend={(points) => void send(points)} />
          </>
        )}
      </div>
    </ModalDialog>
  )
}

type About = OpenPoint['about']
interface Point {
  readonly about: About
  readonly label: string
  readonly text: string
  readonly who: string
  readonly when: string
}

interface ReserveProps extends AdoptDialogProps {
  readonly busy: boolean
  readonly onSend: (points: OpenPoint[]) => void
}

function Reserve({ text, present, groups, open, busy, onSend }: ReserveProps) {
  const { t } = useTranslation('adoption')
  const missing = useMissing({ text, present, groups, open })
  const [points, setPoints] = useState<readonly Point[]>(() => [
    ...missing.groups.map(({ groupId }): Point => {
      const label = t('reserve.group', { group: groups.find(({ id }) => id === groupId)?.place ?? '' })
      return { about: { kind: 'group', groupId }, label, text: label, who: '', when: '' }
    }),
    ...(open !== null && open > 0
      ? [pointOf({ kind: 'passages' }, t('reserve.passages', { count: open }))]
      : []),
  ])
  const [wanted, setWanted] = useState(false)
  const change = (place: number, to: Partial<Point>): void =>
    setPoints(points.map((one, at) => (at === place ? { ...one, ...to } : one)))
  const isWhole = points.every((one) => one.text.trim() !== '' && one.who.trim() !== '' && one.when !== '')
  const send = (): void => {
    if (!isWhole) return setWanted(true)
    if (!busy) onSend(points.map(({ about, text: words, who, when }) => ({ about, text: words, who, when })))
  }
  return (
    <section className="stack" aria-label={t('reserve.title')}>
      <h3>{t('reserve.title')}</h3>
      <p className="soft">{t('reserve.text')}</p>
      {points.map((point, place) => (
        <fieldset key={JSON.stringify(point.about) + place} className="adoption-point">
          <legend>{point.label}</legend>
          {point.about.kind === 'other' && (
            <Field
              label={t('reserve.what')}
              value={point.text}
              maxLength={400}
              onChange={(event) => change(place, { text: event.target.value })}
            />
          )}
          <Field
            label={t('reserve.who')}
            value={point.who}
            maxLength={200}
            error={wanted && point.who.trim() === '' ? t('reserve.whoWanted') : undefined}
            onChange={(event) => change(place, { who: event.target.value })}
          />
          <Field
            label={t('reserve.when')}
            type="date"
            value={point.when}
            error={wanted && point.when === '' ? t('reserve.whenWanted') : undefined}
            onChange={(event) => change(place, { when: event.target.value })}
          />
        </fieldset>
      ))}
      <div className="acts">
        <button
          type="button"
          className="btn quiet"
          onClick={() => setPoints([...points, pointOf({ kind: 'other' }, t('reserve.other'), '')])}
        >
          {t('reserve.add')}
        </button>
        <button
          type="button"
          className="btn primary"
          aria-disabled={busy ? 'true' : undefined}
          onClick={send}
        >
          {t('reserve.do')}
        </button>
      </div>
    </section>
  )
}

const pointOf = (about: About, label: string, text = label): Point => ({
  about,
  label,
  text,
  who: '',
  when: '',
})
