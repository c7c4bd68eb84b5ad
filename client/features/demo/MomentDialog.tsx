// Five points in time: choosing one loads it afresh for everybody, after a question.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeMoment } from '#client/features/demo/useDemo.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { hour, wholeDay } from '#client/ui/dates.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { DemoAnswer } from '#shared/home/home.ts'

export function MomentDialog({
  demo,
  onChanged,
  onClose,
}: {
  demo: DemoAnswer
  onChanged: () => void
  onClose: () => void
}) {
  const { t, i18n } = useTranslation('demo')
  const [key, setKey] = useState(demo.moment.key)
  const [sure, setSure] = useState(false)
  const change = useChangeMoment()
  const chosen = demo.moments.find((each) => each.key === key) ?? demo.moment
  const go = (): void => {
    change.mutate(key, {
      onSuccess: () => {
        showToast({ text: t('moments.done', { day: wholeDay(i18n.language, chosen.date) }) })
        onClose()
        onChanged()
      },
      onError: () => {
        setSure(false)
        showToast({ text: t('moments.failed'), tone: 'problem' })
      },
    })
  }
  return (
    <ModalDialog title={t('moments.title')} onClose={onClose} width="wide">
      <div className="stack">
        <p className="soft">{t('moments.text')}</p>
        <Choice
          look="cards"
          label={t('change')}
          value={key}
          onChange={setKey}
          options={demo.moments.map((moment) => ({
            value: moment.key,
            label: (
              <span lang={contentLanguage()}>
                <b>{moment.title}</b>
                <small>
                  {t('at', {
                    day: wholeDay(i18n.language, moment.date),
                    hour: hour(i18n.language, moment.time),
                  })}
                  {moment.key === demo.moment.key && ` (${t('moments.current')})`}
                </small>
              </span>
            ),
          }))}
        />
        <p className="sm soft" lang={contentLanguage()}>
          {chosen.whatIsGoingOn}
        </p>
        <div className="acts">
          <button type="button" className="btn primary" aria-haspopup="dialog" onClick={() => setSure(true)}>
            {t(key === demo.moment.key ? 'moments.again' : 'moments.go')}
          </button>
        </div>
      </div>
      {sure && (
        <ConfirmDialog
          title={t('moments.sureTitle')}
          confirm={t('moments.sure')}
          danger
          busy={change.isPending}
          onConfirm={go}
          onClose={() => setSure(false)}
        >
          {t('moments.sureText')}
        </ConfirmDialog>
      )}
    </ModalDialog>
  )
}
