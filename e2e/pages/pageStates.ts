// Every page of the product in the states that it is seen in: whose it is, at what moment of the demo, and how one gets there.

export interface PageState {
  /** The address as the router knows it. */
  readonly route: string
  readonly state: string
  readonly at: string
  /** What is there once the page stands in this state, as a CSS selector. */
  readonly ready: string
  /** Pressed one after another, as CSS selectors; a dialog is open after the last. */
  readonly press?: readonly string[]
}

export interface Visit {
  readonly moment: string
  /** A persona of the demo; nobody who signed in where it is absent. */
  readonly who?: string
  readonly states: readonly PageState[]
}

type Row = readonly [at: string, ready: string]

const full = (route: string, at: string, ready: string, state = 'full'): PageState => ({
  ...{ route, state, at, ready },
})
const refused = (route: string, [at, ready]: Row): PageState => full(route, at, ready, 'refused')
const dialog = (route: string, [at, ready]: Row, state: string, ...press: string[]): PageState => ({
  ...{ route, state, at, ready, press },
})

const tabsOfLibrary = ['questions', 'glossary', 'briefs', 'documents', 'learned', 'primer'].map((tab) =>
  full('/library', `/library?tab=${tab}`, `[data-tab="${tab}"][aria-current]`, tab),
)
const partsOfAdmin = ['rooms', 'organisation', 'cycle', 'groups', 'transfer', 'mails', 'acts'].map((part) =>
  full('/admin', `/admin#${part}`, `a[href="/admin#${part}"][aria-current]`, part),
)
const noRoom = '.plain-main h1.sr'
const home: Row = ['/', '.home-groups']
const group: Row = ['/g/NTE', '.gp-below']
const cycle: Row = ['/cycle', '.cy-grid']
const library: Row = ['/library', '.li-head']
const people: Row = ['/admin#people', '.admin-tools']
const desk: Row = ['/assembly/desk', '.as-desk']
const bench: Row = ['/cycle/convergence', '.cv-desk']
const followUp: Row = ['/follow-up', '.fu-title']
const thread: Row = ['/follow-up/P1', '.fu-grid']
const board: Row = ['/instruction?text=none', '.in-line']

const evening: readonly Visit[] = [
  {
    ...{ moment: 'joint-evening', who: 'facilitator-nantes' },
    states: [
      full('/', ...home),
      dialog('/', home, 'looks', '.foot button[aria-haspopup="dialog"] >> nth=0'),
      dialog('/', home, 'somebody else', '.demo-acts button >> nth=0'),
      full('/g/:group', ...group),
      dialog('/g/:group', group, 'personal links', '.gp-wide button[aria-haspopup="dialog"] >> nth=0'),
      dialog('/g/:group', group, 'export', '[data-act="export"] >> nth=0'),
      full('/cycle', ...cycle),
      dialog('/cycle', cycle, 'a session', '[data-act="session"] >> nth=0'),
      full('/library', ...library),
      dialog('/library', library, 'a question to the team', '[data-act="ask"]'),
      ...tabsOfLibrary,
      full('/library/:document', '/library/statuts', '.li-paragraphs'),
      full('/search', '/search?q=antennes', '.search-hits, .search-results'),
      full('/search', '/search', '.search-form', 'empty'),
      full('/notices', '/notices', '.notices-page .card, .notices-page form'),
      full('/me', '/me', '.account-part'),
      full('/cycle/convergence', '/cycle/convergence', '.cv-page .empty', 'before'),
      full('/consultation', '/consultation', '.co-page .empty', 'before'),
      full('/r/:code', '/r/NANTES?place=in-person', '.dock, .tabbar, .phone-bar'),
      full('/r/:code/phone', '/r/NANTES/phone?place=in-person', '.room-list, .phone-bar'),
      full('/r/:code/display', '/r/NANTES/display', '.wall'),
    ],
  },
  {
    ...{ moment: 'joint-evening', who: 'admin' },
    states: [
      full('/admin', ...people),
      ...partsOfAdmin,
      dialog('/admin', people, 'invite', '.admin-tools .btn.primary'),
      dialog('/admin', ['/admin#groups', '[data-act="add-groups"]'], 'a group', '[data-act="add-groups"]'),
    ],
  },
  {
    moment: 'joint-evening',
    states: [
      full('/', '/', '.home-groups', 'nobody'),
      full('/r/:code', '/r/LYON', '.door', 'door'),
      refused('/r/:code', ['/r/PERSONNE-0000', noRoom]),
      refused('/r/:code/phone', ['/r/PERSONNE-0000/phone', noRoom]),
      refused('/r/:code/display', ['/r/PERSONNE-0000/display', noRoom]),
      refused('/r/:code/aparte/:groupId', ['/r/PERSONNE-0000/aparte/x', noRoom]),
      refused('/g/:group', ['/g/nowhere', '.group-page .empty']),
      full('/library', '/library', '.library-page h1', 'nobody'),
      refused('/library/:document', ['/library/nothing', '.library-page .empty']),
      refused('/notices', ['/notices', '.notices-page .empty']),
      refused('/me', ['/me', 'main .empty, main .card']),
      refused('/admin', ['/admin', '.admin-page .empty']),
      refused('/assembly/desk', ['/assembly/desk', '.as-page .empty']),
      refused('/consultation/:id', ['/consultation/nothing', '.co-page .empty']),
      refused('/consultation/live/:code', ['/consultation/live/234567', '.co-page .empty']),
      refused('/consultation/presenting/:id', ['/consultation/presenting/none', '.co-page .empty']),
      refused('/follow-up/:key', ['/follow-up/NOTHING', '.fu-page .empty']),
      full('/sign-in', '/sign-in', '.account-card form'),
      full('/sign-in', '/sign-in#invitation=nothing', '.account-card form', 'invitation'),
      full('/sign-in', '/sign-in#failed', '.account-card .banner', 'failed'),
      full('*', '/nowhere/at/all', '.plain-main .empty'),
    ],
  },
]

const year: readonly Visit[] = [
  {
    ...{ moment: 'convergence-begins', who: 'cooperative-life' },
    states: [
      full('/cycle/convergence', ...bench),
      dialog('/cycle/convergence', bench, 'place a text', '[data-act="place"] >> nth=0'),
      full('/', '/', '.home-groups', 'cooperative life'),
      full('/cycle', ...cycle, 'cooperative life'),
      dialog(
        '/cycle',
        cycle,
        'calendars',
        '.cy-grid button[aria-haspopup="dialog"]:not([data-act]) >> nth=0',
      ),
      dialog('/library', library, 'a card', '[data-act="add-card"]'),
    ],
  },
  {
    ...{ moment: 'boards-instruct', who: 'board-france' },
    states: [
      full('/instruction', ...board),
      full('/instruction', '/instruction?text=rec-51', '.in-head', 'a dossier'),
      full('/instruction', '/instruction?board=all', '.in-open', 'what was decided'),
      full('/', '/', '.home-groups', 'a board'),
    ],
  },
  {
    ...{ moment: 'boards-instruct', who: 'cooperative-life' },
    states: [
      full('/consultation', '/consultation', '.co-grid'),
      full('/consultation/:id', '/consultation/rec-51', '.co-main-column'),
      full('/cycle/convergence', '/cycle/convergence', '.cv-final', 'published'),
    ],
  },
  {
    ...{ moment: 'follow-up', who: 'cooperative-life' },
    states: [
      full('/follow-up', ...followUp),
      dialog('/follow-up', followUp, 'declare an initiative', '[data-act="declare"] >> nth=0'),
      dialog('/follow-up', followUp, 'export', '[data-act="export"] >> nth=0'),
      full('/follow-up/:key', ...thread),
      dialog('/follow-up/:key', thread, 'into the plan', '[data-act="plan"]'),
      full('/assembly', '/assembly', '.as-grid'),
      full('/assembly/screen', '/assembly/screen', '.as-wall'),
      full('/assembly/desk', ...desk),
      dialog('/assembly/desk', desk, 'a vote', '[data-act="new-vote"]'),
      full('/assembly/themes', '/assembly/themes', '#th-standing'),
    ],
  },
]

/** In the order of the demo's moments, so that each is loaded once. */
export const visits: readonly Visit[] = [...evening, ...year]
