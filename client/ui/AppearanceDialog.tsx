// « Affichage et accès »: colours, text size, movement, language, and the keys that work everywhere.
import { useTranslation } from 'react-i18next'
import {
  changeAppearance,
  type MotionChoice,
  type ThemeChoice,
  textSizes,
  useAppearance,
} from '#client/ui/appearance.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { type Language, languages } from '#client/ui/languages.ts'
import { ModalDialog } from '#client/ui/ModalDialog.tsx'

export function AppearanceDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('ui')
  const look = useAppearance()
  return (
    <ModalDialog title={t('appearance.title')} onClose={onClose}>
      <div className="stack">
        <Choice<ThemeChoice>
          look="segments"
          label={t('appearance.theme')}
          value={look.theme}
          onChange={(theme) => changeAppearance({ theme })}
          options={[
            { value: 'light', label: t('appearance.themeLight') },
            { value: 'dark', label: t('appearance.themeDark') },
            { value: 'system', label: t('appearance.themeSystem') },
          ]}
        />
        <Choice
          look="segments"
          label={t('appearance.textSize')}
          value={String(look.textSize)}
          onChange={(size) =>
            changeAppearance({ textSize: textSizes.find((each) => String(each) === size) ?? 100 })
          }
          options={textSizes.map((size) => ({ value: String(size), label: `${size}\u00a0%` }))}
        />
        <Choice<MotionChoice>
          look="segments"
          label={t('appearance.motion')}
          value={look.motion}
          onChange={(motion) => changeAppearance({ motion })}
          options={[
            { value: 'system', label: t('appearance.motionSystem') },
            { value: 'reduced', label: t('appearance.motionReduced') },
          ]}
        />
        <Choice<Language>
          look="segments"
          label={t('appearance.language')}
          value={languages.find(({ code }) => code === i18n.language)?.code ?? 'fr'}
          onChange={(language) => void i18n.changeLanguage(language)}
          options={languages.map(({ code, name }) => ({
            value: code,
            label: <span lang={code}>{name}</span>,
          }))}
        />
        <section>
          <h3 className="lab">{t('appearance.keys')}</h3>
          <dl className="keys">
            <dt>
              <kbd>F6</kbd>
            </dt>
            <dd>{t('appearance.keyRegions')}</dd>
            <dt>
              <kbd>Maj</kbd> <kbd>F6</kbd>
            </dt>
            <dd>{t('appearance.keyBack')}</dd>
            <dt>
              <kbd>Échap</kbd>
            </dt>
            <dd>{t('appearance.keyEscape')}</dd>
          </dl>
        </section>
        <p className="sm soft">{t('appearance.keptHere')}</p>
      </div>
    </ModalDialog>
  )
}
