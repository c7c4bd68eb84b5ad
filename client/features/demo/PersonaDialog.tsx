// « Essayer en tant que… »: the demo's people, one button each, and being a guest again.
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSignIn } from '#client/features/demo/useDemo.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'
import { showToast } from '#client/ui/toasts.tsx'
import type { DemoAnswer, DemoPersona } from '#shared/home/home.ts'

export interface PersonaDialogProps {
  readonly demo: DemoAnswer
  readonly current: string | null
  readonly onSignOut: () => Promise<void>
  readonly onChanged: () => void
  readonly onClose: () => void
}

export function PersonaDialog({ demo, current, onSignOut, onChanged, onClose }: PersonaDialogProps) {
  const { t } = useTranslation('demo')
  const signIn = useSignIn()
  const failed = (): void => showToast({ text: t('personas.failed'), tone: 'problem' })
  const become = (persona: DemoPersona): void => {
    signIn.mutate(persona.key, {
      onError: failed,
      onSuccess: () => {
        showToast({ text: t('personas.signedIn', { name: persona.name }) })
        onClose()
        onChanged()
      },
    })
  }
  const becomeGuest = (): void => {
    onSignOut().then(() => {
      showToast({ text: t('personas.signedOut') })
      onClose()
      onChanged()
    }, failed)
  }
  return (
    <ModalDialog title={t('personas.title')} onClose={onClose} width="wide">
      <p className="soft">{t('personas.text')}</p>
      <ul className="personas">
        {demo.personas.map((persona) => (
          <li key={persona.key}>
            <PersonaButton
              name={persona.name}
              role={roleOf(persona, t)}
              current={persona.key === current}
              onClick={() => become(persona)}
            />
          </li>
        ))}
        <li>
          <PersonaButton
            name={t('personas.guest')}
            role={t('personas.guestHint')}
            current={current === null}
            onClick={becomeGuest}
          />
        </li>
      </ul>
    </ModalDialog>
  )
}

function roleOf(
  persona: DemoPersona,
  t: (key: `personas.standing.${DemoPersona['standing']}` | 'personas.facilitator') => string,
): string {
  const part = persona.facilitator ? t('personas.facilitator') : t(`personas.standing.${persona.standing}`)
  if (!persona.place) return part
  // « Conseil d'administration — Belgique » says the part already.
  return persona.place.toLocaleLowerCase().includes(part.toLocaleLowerCase())
    ? persona.place
    : `${part}, ${persona.place}`
}

function PersonaButton({
  name,
  role,
  current,
  onClick,
}: {
  name: string
  role: string
  current: boolean
  onClick: () => void
}) {
  const { t } = useTranslation('demo')
  return (
    <button type="button" className="persona" aria-current={current ? 'true' : undefined} onClick={onClick}>
      <span className="grow">
        <b>{name}</b>
        <small>{role}</small>
      </span>
      {current && (
        <span className="chip ok">
          <Check className="i" aria-hidden="true" />
          {t('personas.current')}
        </span>
      )}
    </button>
  )
}
