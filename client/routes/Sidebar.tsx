// The light sidebar of pages outside a session: only destinations that exist.
import {
  Accessibility,
  GitMerge,
  House,
  Landmark,
  Languages,
  LibraryBig,
  LogIn,
  LogOut,
  type LucideIcon,
  Menu,
  MessagesSquare,
  Presentation,
  RefreshCw,
  Search,
  Settings2,
  Sprout,
  UsersRound,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, useLocation } from 'react-router'
import { SearchBox } from '#client/features/search/SearchBox.tsx'
import { Antenna } from '#client/ui/Antenna.tsx'
import { Avatar } from '#client/ui/Avatar.tsx'
import { Mark } from '#client/ui/Logo.tsx'
import { languages } from '#client/ui/languages.ts'
import { initialsOf } from '#client/ui/wear.ts'
import { signInPath } from '#shared/account/account.ts'
import type { HomeAnswer, Me } from '#shared/home/home.ts'
import { mayKeepPeople } from '#shared/people/roles.ts'

const AppearanceDialog = lazy(async () => ({
  default: (await import('#client/ui/AppearanceDialog.tsx')).AppearanceDialog,
}))

const suggestions = async () => (await import('#client/routes/SearchSuggestions.tsx')).Suggestions

/** The year's pages, in its order; without `shown` they are for everybody. */
const year: readonly {
  readonly key: 'convergence' | 'consultation' | 'instruction' | 'assembly' | 'followUp' | 'library'
  readonly to: string
  readonly icon: LucideIcon
  readonly shown?: (me: Me | null) => boolean
}[] = [
  {
    ...{ key: 'convergence', to: '/cycle/convergence', icon: GitMerge },
    shown: (me) => me !== null && (mayKeepPeople(me) || me.groupIds.length > 0),
  },
  { key: 'consultation', to: '/consultation', icon: MessagesSquare },
  { key: 'instruction', to: '/instruction', icon: Landmark },
  { key: 'assembly', to: '/assembly', icon: Presentation },
  { key: 'followUp', to: '/follow-up', icon: Sprout },
  { key: 'library', to: '/library', icon: LibraryBig },
]

/** Rooms listed; the cards on the page lead to the others. */
const roomsListed = 6

export function Sidebar({ home, onSignOut }: { home: HomeAnswer | undefined; onSignOut: () => void }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const [looks, setLooks] = useState(false)
  // On a phone the destinations are folded; a page that was gone to is read, not its menu.
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const open = openedAt === pathname
  const rooms = (home?.groups ?? []).filter((group) => group.roomCode !== null).slice(0, roomsListed)
  return (
    <nav className={open ? 'side open' : 'side'} aria-label={t('navLabel')} data-region="nav">
      <Link className="logo" to="/">
        <Mark />
        <span>{t('name')}</span>
      </Link>
      <SearchBox suggestions={suggestions} />
      <NavLink className="nav side-search-link" to="/search" aria-label={t('search')}>
        <Search className="i" aria-hidden="true" />
      </NavLink>
      <button
        type="button"
        className="btn side-menu"
        aria-expanded={open}
        onClick={() => setOpenedAt(open ? null : pathname)}
      >
        <Menu className="i" aria-hidden="true" />
        {t('menu')}
      </button>
      <NavLink className="nav" to="/" end>
        <House className="i" aria-hidden="true" />
        <span>{t('home')}</span>
      </NavLink>
      {home?.groupsAre === 'mine' && <OwnGroups groups={home.groups} />}
      <NavLink className="nav" to="/cycle" end>
        <RefreshCw className="i" aria-hidden="true" />
        <span>{t('cycle')}</span>
      </NavLink>
      {year
        .filter(({ shown }) => shown === undefined || shown(home?.me ?? null))
        .map(({ icon: Icon, key, to }) => (
          <NavLink key={key} className="nav" to={to}>
            <Icon className="i" aria-hidden="true" />
            <span>{t(key)}</span>
          </NavLink>
        ))}
      {rooms.length > 0 && (
        <div className="side-rooms">
          <p className="grp">{t(home?.groupsAre === 'mine' ? 'myRooms' : 'rooms')}</p>
          {rooms.map((group) => (
            <Link key={group.id} className="nav" to={`/r/${encodeURIComponent(group.roomCode ?? '')}`}>
              <Antenna wear={group.wear} place={group.place} />
            </Link>
          ))}
        </div>
      )}
      <div className="foot">
        <button type="button" className="nav" aria-haspopup="dialog" onClick={() => setLooks(true)}>
          <Accessibility className="i" aria-hidden="true" />
          <span>{t('room.appearance')}</span>
        </button>
        <LanguageButton onOpen={() => setLooks(true)} />
        {home?.me && mayKeepPeople(home.me) && (
          <NavLink className="nav" to="/admin">
            <Settings2 className="i" aria-hidden="true" />
            <span>{t('admin')}</span>
          </NavLink>
        )}
        {home && !home.me && (
          <NavLink className="nav" to={signInPath}>
            <LogIn className="i" aria-hidden="true" />
            <span>{t('signIn')}</span>
          </NavLink>
        )}
      </div>
      {home?.me && <Person me={home.me} home={home} onSignOut={onSignOut} />}
      <Suspense>{looks && <AppearanceDialog onClose={() => setLooks(false)} />}</Suspense>
    </nav>
  )
}

/** « Mes groupes »: straight to the page where there is one group, else a name for each. */
function OwnGroups({ groups }: { groups: HomeAnswer['groups'] }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const [only, ...others] = groups
  if (!only) return null
  if (others.length === 0) {
    return (
      <Link
        className="nav"
        to={`/g/${encodeURIComponent(only.code)}`}
        aria-current={isPageOf(pathname, only) ? 'page' : undefined}
      >
        <UsersRound className="i" aria-hidden="true" />
        <span>{t('myGroups')}</span>
        <span className="n">1</span>
      </Link>
    )
  }
  return (
    <div className="side-rooms">
      <p className="grp">{t('myGroups')}</p>
      {groups.slice(0, roomsListed).map((group) => (
        <Link
          key={group.id}
          className="nav"
          to={`/g/${encodeURIComponent(group.code)}`}
          aria-current={isPageOf(pathname, group) ? 'page' : undefined}
        >
          <Antenna wear={group.wear} place={group.place} />
        </Link>
      ))}
    </div>
  )
}

/** A group's page is reached by its id, its code and its antenna's name. */
function isPageOf(pathname: string, { id, code, place }: HomeAnswer['groups'][number]): boolean {
  const plain = (name: string): string => name.toLocaleLowerCase('fr')
  return [id, code, place].some((name) => plain(`/g/${encodeURIComponent(name)}`) === plain(pathname))
}

/** The languages are chosen with the rest of the page's looks. */
function LanguageButton({ onOpen }: { onOpen: () => void }) {
  const { t, i18n } = useTranslation('shell')
  const current = languages.find(({ code }) => code === i18n.language) ?? languages[0]
  return (
    <button type="button" className="nav" aria-haspopup="dialog" onClick={onOpen}>
      <Languages className="i" aria-hidden="true" />
      <span className="sr">{t('language')}, </span>
      <span lang={current.code}>{current.name}</span>
      <span className="n" aria-hidden="true">
        {current.code.toUpperCase()}
      </span>
    </button>
  )
}

function Person({ me, home, onSignOut }: { me: Me; home: HomeAnswer; onSignOut: () => void }) {
  const { t } = useTranslation(['shell', 'demo'])
  const ink = home.groups.find((group) => me.groupIds.includes(group.id))?.wear.ink ?? 'ardoise'
  const standing = t(`demo:personas.standing.${me.standing}`)
  return (
    <div className="side-person">
      <div className="nav person">
        <Link className="person-link" to="/me" title={t('myAccount')}>
          <Avatar initials={initialsOf(me.name)} ink={ink} side="remote" />
          <span className="grow">
            <b>{me.name}</b>
            <span className="xs muted">{saidOnce(standing, me.place)}</span>
          </span>
        </Link>
        <button
          type="button"
          className="btn quiet icon sm"
          aria-label={t('signOut')}
          title={t('signOut')}
          onClick={onSignOut}
        >
          <LogOut className="i" aria-hidden="true" />
        </button>
      </div>
    </div>
  )
}

/** « Conseil d'administration — Belgique » says the standing already. */
const saidOnce = (standing: string, place: string): string => {
  if (place === '') return standing
  // Files are often written with the typewriter's apostrophe.
  const plain = (words: string): string => words.toLocaleLowerCase().replaceAll('’', "'")
  return plain(place).includes(plain(standing)) ? place : `${standing}, ${place}`
}
