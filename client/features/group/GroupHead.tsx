// Whose page this is: the antenna's wear, the theme, and who facilitates.
import { useTranslation } from 'react-i18next'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Avatar } from '#client/ui/Avatar.tsx'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import { Unbroken } from '#client/ui/Unbroken.tsx'
import { initialsOf } from '#client/ui/wear.ts'
import type { GroupPageAnswer } from '#shared/group/groupPage.ts'

export function GroupHead({ page }: { page: GroupPageAnswer }) {
  const { t } = useTranslation('group')
  const { group, facilitators } = page
  return (
    <header className="gp-head">
      <div>
        <Antenna wear={group.wear} place={group.place} />
        <h1 lang={contentLanguage()}>
          <Unbroken text={group.theme} />
        </h1>
        {page.you.byLink && page.you.name && (
          <p className="sm soft">{t('byLink', { name: page.you.name })}</p>
        )}
      </div>
      {facilitators.length > 0 && (
        <ul className="gp-roles" aria-label={t('facilitatorsLabel')}>
          {facilitators.map((name) => (
            <li key={name}>
              <Avatar initials={initialsOf(name, facilitators)} ink={group.wear.ink} side="remote" />
              <span>
                <small>{t('facilitates')}</small>
                <b>{name}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}
