// The administration: people, rooms, the cooperative and its cycle, files, mail, the journal of acts; each part has an address of its own.
import {
  CalendarRange,
  FileInput,
  Landmark,
  MailOpen,
  MapPin,
  ScrollText,
  UsersRound,
  Warehouse,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { ActsPart } from '#client/features/admin/ActsPart.tsx'
import { CyclePart, GroupsPart, OrganisationPart } from '#client/features/admin/CycleParts.tsx'
import { MailsPart } from '#client/features/admin/MailsPart.tsx'
import { PeoplePart } from '#client/features/admin/PeoplePart.tsx'
import { RoomsPart } from '#client/features/admin/RoomsPart.tsx'
import { TransferPart } from '#client/features/admin/TransferPart.tsx'
import { useHome } from '#client/features/home/useHome.ts'
import { addAccountTexts } from '#client/i18n/accountTexts.ts'
import { PageFrame } from '#client/routes/PageFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import { Empty } from '#client/ui/Empty.tsx'
import { useFocusKept } from '#client/ui/useFocusKept.ts'
import { signInPath } from '#shared/account/account.ts'
import { mayKeepPeople, mayReadOffice } from '#shared/people/roles.ts'
import '#client/features/admin/admin.css'

addAccountTexts()

const parts = [
  { key: 'people', icon: UsersRound, Part: PeoplePart, office: false },
  { key: 'rooms', icon: Warehouse, Part: RoomsPart, office: false },
  { key: 'organisation', icon: Landmark, Part: OrganisationPart, office: false },
  { key: 'cycle', icon: CalendarRange, Part: CyclePart, office: false },
  { key: 'groups', icon: MapPin, Part: GroupsPart, office: false },
  { key: 'transfer', icon: FileInput, Part: TransferPart, office: true },
  { key: 'mails', icon: MailOpen, Part: MailsPart, office: true },
  { key: 'acts', icon: ScrollText, Part: ActsPart, office: true },
] as const

export function AdminPage() {
  const { t } = useTranslation(['admin', 'account'])
  const home = useHome()
  const { hash } = useLocation()
  useTitle(t('title'))
  useFocusKept()
  const me = home.data?.me
  const allowed = me !== null && me !== undefined && mayKeepPeople(me)
  const offered = parts.filter(({ office }) => !office || (me && mayReadOffice(me)))
  const chosen = offered.find(({ key }) => `#${key}` === hash) ?? parts[0]
  const { Part } = chosen
  return (
    <PageFrame>
      <div className="admin-page">
        <h1>{t('title')}</h1>
        {home.data && !allowed && (
          <Empty
            icon={UsersRound}
            title={t('denied')}
            action={
              <Link className="btn primary" to={signInPath}>
                {t('account:signIn.title')}
              </Link>
            }
          />
        )}
        {allowed && (
          <>
            <nav className="admin-parts" aria-label={t('partsLabel')}>
              {offered.map(({ key, icon: Icon }) => (
                <Link
                  key={key}
                  className="btn"
                  to={`/admin#${key}`}
                  aria-current={key === chosen.key ? 'page' : undefined}
                >
                  <Icon className="i" aria-hidden="true" />
                  {t(`part.${key}`)}
                </Link>
              ))}
            </nav>
            <section aria-label={`${t('title')}, ${t(`part.${chosen.key}`)}`} className="admin-page">
              <Part />
            </section>
          </>
        )}
      </div>
    </PageFrame>
  )
}
