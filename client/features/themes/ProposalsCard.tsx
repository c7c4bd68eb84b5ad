// Proposals for the next cycle: read by everybody, made by members, joined and set aside with a trace by cooperative life.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JoinDialog } from '#client/features/themes/JoinDialog.tsx'
import { ProposeDialog } from '#client/features/themes/ProposeDialog.tsx'
import { part, takeBack } from '#client/features/themes/themesApi.ts'
import { useThemeAct } from '#client/features/themes/useThemes.ts'
import { Banner } from '#client/ui/Banner.tsx'
import type { Offer, Proposal, ThemesAnswer } from '#shared/themes/proposal.ts'

type Open =
  | { readonly kind: 'propose'; readonly offer?: Offer }
  | { readonly kind: 'join' | 'aside'; readonly proposal: Proposal }

export function ProposalsCard({ page }: { page: ThemesAnswer }) {
  const { t } = useTranslation('themes')
  const act = useThemeAct()
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const taken = new Set(page.standing.flatMap(({ sources }) => sources.map(({ id }) => id)))
  const offers = page.offers.filter(({ id }) => !taken.has(id))
  return (
    <>
      <section className="card pad" aria-labelledby="th-standing">
        <div className="row between wrap">
          <h2 id="th-standing">{t('standing', { count: page.standing.length })}</h2>
          {page.you.proposes && (
            <button
              type="button"
              className="btn primary"
              data-act="propose"
              onClick={() => setOpen({ kind: 'propose' })}
            >
              <Plus className="i" aria-hidden="true" />
              {t('propose')}
            </button>
          )}
        </div>
        {!page.you.signedIn && <p className="soft">{t('signIn')}</p>}
        {act.problem && <Banner tone="danger">{act.problem}</Banner>}
        {page.standing.length === 0 && <p className="soft">{t('none')}</p>}
        <ul className="th-list">
          {page.standing.map((proposal) => (
            <ProposalLine
              key={proposal.id}
              {...{ page, proposal }}
              onJoin={() => setOpen({ kind: 'join', proposal })}
              onAside={() => setOpen({ kind: 'aside', proposal })}
              onPart={(id) => void act.run(() => part(id))}
              onTakeBack={() => void act.run(() => takeBack(proposal.id), t('takenBack'))}
            />
          ))}
        </ul>
        {page.aside.some(({ why }) => why !== '') && (
          <details>
            <summary>{t('aside')}</summary>
            <ul className="sm">
              {page.aside
                .filter(({ why }) => why !== '')
                .map(({ byName, id, title, why }) => (
                  <li key={id}>
                    <b lang={page.language}>{title}</b>: {why} {byName && `(${byName})`}
                  </li>
                ))}
            </ul>
          </details>
        )}
      </section>
      {offers.length > 0 && (
        <Offers offers={offers} page={page} onTake={(offer) => setOpen({ kind: 'propose', offer })} />
      )}
      {open?.kind === 'propose' && <ProposeDialog offer={open.offer} onClose={close} />}
      {(open?.kind === 'join' || open?.kind === 'aside') && (
        <JoinDialog kind={open.kind} proposal={open.proposal} others={page.standing} onClose={close} />
      )}
    </>
  )
}

interface LineProps {
  readonly page: ThemesAnswer
  readonly proposal: Proposal
  readonly onJoin: () => void
  readonly onAside: () => void
  readonly onPart: (id: string) => void
  readonly onTakeBack: () => void
}

function ProposalLine({ onAside, onJoin, onPart, onTakeBack, page, proposal }: LineProps) {
  const { t } = useTranslation('themes')
  const { byName, id, joined, question, sources, title, why } = proposal
  return (
    <li data-proposal={id}>
      <h3 lang={page.language}>{title}</h3>
      <p lang={page.language}>
        <b>{question}</b>
      </p>
      <p lang={page.language}>{why}</p>
      {sources.length > 0 && (
        <p className="sm soft">
          {t('from')} <span lang={page.language}>{sources.map((source) => source.title).join(', ')}</span>
        </p>
      )}
      {byName !== '' && <p className="xs soft">{t('by', { name: byName })}</p>}
      {joined.length > 0 && (
        <ul className="th-joined sm">
          {joined.map((one) => (
            <li key={one.id}>
              {t('joinedHere')} <b lang={page.language}>{one.title}</b>
              {one.byName && ` (${one.byName})`}: {one.why}
              {one.joinedBy && ` — ${one.joinedBy}`}
              {page.you.keeps && (
                <button
                  type="button"
                  className="btn sm quiet"
                  aria-label={t('partLabel', { name: one.title })}
                  onClick={() => onPart(one.id)}
                >
                  {t('part')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="row wrap">
        {page.you.keeps && page.standing.length > 1 && (
          <button type="button" className="btn sm" data-act="join" onClick={onJoin}>
            {t('join')}
          </button>
        )}
        {page.you.keeps && (
          <button type="button" className="btn sm quiet" onClick={onAside}>
            {t('setAside')}
          </button>
        )}
        {page.you.ownIds.includes(id) && (
          <button type="button" className="btn sm quiet" onClick={onTakeBack}>
            {t('takeBack')}
          </button>
        )}
      </div>
    </li>
  )
}

/** The first ones; the others after one press. */
const firstOffers = 4

function Offers({
  offers,
  onTake,
  page,
}: {
  offers: readonly Offer[]
  page: ThemesAnswer
  onTake: (offer: Offer) => void
}) {
  const { t } = useTranslation('themes')
  const [all, setAll] = useState(false)
  return (
    <section className="card pad" aria-labelledby="th-offers">
      <h2 id="th-offers">{t('offers')}</h2>
      <p className="soft">{t('offersText')}</p>
      <ul className="th-list">
        {offers.slice(0, all ? undefined : firstOffers).map((offer) => (
          <li key={`${offer.kind} ${offer.id}`}>
            <p>
              <span className="chip line">{t(`source.${offer.kind}`)}</span>{' '}
              <b lang={page.language}>{offer.title}</b>
            </p>
            {offer.text !== '' && (
              <p className="sm" lang={page.language}>
                {offer.text}
              </p>
            )}
            {page.you.proposes && (
              <button type="button" className="btn sm" onClick={() => onTake(offer)}>
                {t('takeOffer')}
                <span className="sr" lang={page.language}>
                  {offer.title}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {!all && offers.length > firstOffers && (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          {t('moreOffers', { count: offers.length - firstOffers })}
        </button>
      )}
    </section>
  )
}
