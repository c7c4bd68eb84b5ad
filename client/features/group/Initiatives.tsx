// « Ce que nous faisons déjà »: what the group began by itself, with who and when.
import { CalendarClock, Check, type LucideIcon, Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { whenWords } from '#client/features/group/CatchUpCard.tsx'
import { draftAddress } from '#client/features/group/draftPlace.ts'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { GroupInitiative, GroupPageAnswer } from '#shared/group/groupPage.ts'

const looks: Record<GroupInitiative['status'], { tone: string; icon: LucideIcon }> = {
  planned: { tone: 'info', icon: CalendarClock },
  going: { tone: 'ok', icon: Sprout },
  done: { tone: 'ok', icon: Check },
}

export function Initiatives({ page }: { page: GroupPageAnswer }) {
  const { t } = useTranslation('group')
  return (
    <section className="card gp-doing" aria-labelledby="gp-doing">
      <h2 id="gp-doing">{t('doing')}</h2>
      {page.initiatives.length === 0 && <p className="soft gp-none">{t('doingNone')}</p>}
      <ul>
        {page.initiatives.map((initiative) => (
          <Line key={initiative.id} initiative={initiative} roomCode={page.roomCode} />
        ))}
      </ul>
    </section>
  )
}

function Line({ initiative, roomCode }: { initiative: GroupInitiative; roomCode: string | null }) {
  const { t, i18n } = useTranslation('group')
  const { tone, icon: Icon } = looks[initiative.status]
  const { firstStep, who, when, since, draft, people } = initiative
  const to = draft ? draftAddress(roomCode, draft) : undefined
  const facts = [
    who,
    people ? t('people', { count: people }) : '',
    when === '' ? '' : whenWords(i18n.language, when),
    since === '' ? '' : t('since', { day: whenWords(i18n.language, since) }),
  ].filter(Boolean)
  return (
    <li>
      <span>
        <b lang={contentLanguage()}>{initiative.title}</b>
        {firstStep !== '' && <small lang={contentLanguage()}>{firstStep}</small>}
        {facts.length > 0 && <small>{facts.join(', ')}</small>}
        {draft && to && (
          <small>
            <Link to={to}>{t('besideText', { code: draft.code || draft.title })}</Link>
          </small>
        )}
      </span>
      <span className={`chip ${tone}`}>
        <Icon className="i" aria-hidden="true" />
        {t(`doingStatus.${initiative.status}`)}
      </span>
    </li>
  )
}
