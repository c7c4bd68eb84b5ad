// Taking minutes away: three kinds of file, and paper.
import { useQuery } from '@tanstack/react-query'
import { FileDown, Printer } from 'lucide-react'
import { type MouseEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { minutesFilePath, readMinutesAnswer } from '#client/features/minutes/minutesApi.ts'
import { useLiveRoom, useSave } from '#client/live/useLiveRoom.tsx'
import { showToast } from '#client/ui/toasts.tsx'

const formats = ['docx', 'pdf', 'md'] as const

export function MinutesFiles({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('minutes')
  const { code } = useLiveRoom().join.room
  const offline = useSave().state === 'offline'
  const answer = useQuery({
    queryKey: ['minutes', code],
    queryFn: ({ signal }) => readMinutesAnswer(code, { signal }),
  })
  const id = useId()
  const guard = (event: MouseEvent, format: (typeof formats)[number]): void => {
    const why = offline
      ? 'said.offline'
      : format === 'pdf' && answer.data?.pdf === false
        ? 'said.noPdf'
        : undefined
    if (why === undefined) return
    event.preventDefault()
    showToast({ text: t(why), tone: 'problem' })
  }
  return (
    <div className="minutes-files" role="group" aria-labelledby={id}>
      <span className="lab" id={id}>
        {t('take')}
      </span>
      <div className="minutes-row">
        {formats.map((format) => (
          <a
            key={format}
            className="btn"
            href={minutesFilePath(code, sessionId, format)}
            download
            aria-label={t(`${format}Label`)}
            onClick={(event) => guard(event, format)}
          >
            <FileDown className="i" aria-hidden="true" />
            {t(format)}
          </a>
        ))}
        <button type="button" className="btn" onClick={() => window.print()}>
          <Printer className="i" aria-hidden="true" />
          {t('print')}
        </button>
      </div>
    </div>
  )
}
