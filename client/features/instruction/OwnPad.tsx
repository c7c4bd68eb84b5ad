// What is this member's own: read or not, the avis before the sitting, notes. Nobody else reads it, save the avis by a chair who gave theirs.
import { Lock } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '#client/features/instruction/TextArea.tsx'
import type { KeepOwn } from '#client/features/instruction/useDesk.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Switch } from '#client/ui/Switch.tsx'
import { avis, type OwnInput } from '#shared/instruction/instructionActs.ts'
import type { DeskItem } from '#shared/instruction/instructionAnswers.ts'

/** Milliseconds of rest after which typed words are sent. */
const pause = 700

interface Typed {
  readonly line?: string
  readonly note?: string
}

/** Somebody may have gone on typing while it was sent. */
const withoutSent = ({ line, note }: Typed, sent: Typed): Typed => ({
  ...(line === undefined || line === sent.line ? {} : { line }),
  ...(note === undefined || note === sent.note ? {} : { note }),
})

export function OwnPad({ item, keep }: { item: DeskItem; keep: KeepOwn }) {
  const { t } = useTranslation('instruction')
  const { mine } = item
  // Only what was typed here and not sent yet: what another device wrote meanwhile is shown, and never sent back.
  const [typed, setTyped] = useState<Typed>({})
  const [state, setState] = useState<'sent' | 'waiting' | 'refused'>('sent')
  const say = (change: OwnInput): void => void keep(item.id, change).then(setState, () => setState('refused'))
  const sendTyped = (): void => {
    if (Object.keys(typed).length === 0) return
    void keep(item.id, typed).then(
      (kept) => {
        setState(kept)
        setTyped((now) => withoutSent(now, typed))
      },
      () => setState('refused'),
    )
  }
  const latest = useRef(sendTyped)
  useEffect(() => {
    latest.current = sendTyped
  })
  useEffect(() => {
    if (Object.keys(typed).length === 0) return
    const timer = setTimeout(() => latest.current(), pause)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    const now = (): void => latest.current()
    // The page is left before the pause is over: the words are on their way, or wait on this device.
    window.addEventListener('pagehide', now)
    return () => {
      window.removeEventListener('pagehide', now)
      now()
    }
  }, [])
  if (!mine) return null
  return (
    <section className="in-own card pad" aria-label={t('ownLabel')}>
      <h3 className="row">
        <Lock className="i" aria-hidden="true" />
        {t('own')}
      </h3>
      <Switch
        label={t('haveRead')}
        isOn={mine.readVersion >= item.version}
        onChange={(isOn) => say({ readVersion: isOn ? item.version : 0 })}
      />
      <Choice
        label={t('avisTitle')}
        look="segments"
        options={avis.map((value) => ({ value, label: t(`avis.${value}`) }))}
        value={mine.avis}
        onChange={(value) => say({ avis: value, avisVersion: item.version })}
      />
      {mine.avisOn !== null && mine.avisOn < item.version && (
        <p className="sm">{t('avisEarlier', { n: mine.avisOn })}</p>
      )}
      <Field
        label={t('line')}
        value={typed.line ?? mine.line}
        maxLength={200}
        onChange={({ target }) => setTyped((before) => ({ ...before, line: target.value }))}
        onBlur={sendTyped}
      />
      <TextArea
        label={t('note')}
        value={typed.note ?? mine.note}
        maxLength={4000}
        onChange={(note) => setTyped((before) => ({ ...before, note }))}
        onBlur={sendTyped}
      />
      <p className="xs soft" role="status">
        {t(`kept.${state}`)}
      </p>
      <p className="xs soft">{t('ownWho')}</p>
    </section>
  )
}
