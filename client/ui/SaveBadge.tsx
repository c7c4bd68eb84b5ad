// The honest badge, in words: whether what was written here is kept on the server, on its way, or only on this device.
import { CloudAlert, CloudCheck, CloudOff, CloudUpload, DoorClosed, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export interface SaveBadgeProps {
  readonly state: 'connecting' | 'saved' | 'sending' | 'offline' | 'back' | 'refused' | 'shut'
  readonly sentOnReturn: number
  /** On narrow screens the first words are spoken but not shown. */
  readonly short?: boolean
}

const icons = {
  connecting: LoaderCircle,
  saved: CloudCheck,
  sending: CloudUpload,
  offline: CloudOff,
  back: CloudCheck,
  refused: CloudAlert,
  shut: DoorClosed,
} as const

export function SaveBadge({ state, sentOnReturn, short }: SaveBadgeProps) {
  const { t } = useTranslation('ui')
  const Icon = icons[state]
  const whole =
    state !== 'back'
      ? t(`save.${state}`)
      : sentOnReturn > 0
        ? t('save.back', { count: sentOnReturn })
        : t('save.backNothing')
  const brief = short && state !== 'back' ? t(`save.${state}Short`) : whole
  return (
    <span className={`save ${state}`} data-save={state}>
      <Icon className="i" aria-hidden="true" />
      {brief === whole ? (
        <span>{whole}</span>
      ) : (
        <>
          <span className="sr">{whole}</span>
          <span aria-hidden="true">{brief}</span>
        </>
      )}
    </span>
  )
}
