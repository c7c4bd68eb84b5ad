// What a group's people see while the document is being made: what waits for them, and where each text of their group went.
import { useTranslation } from 'react-i18next'
import { CoverageCard } from '#client/features/convergence/CoverageCard.tsx'
import { useDesk } from '#client/features/convergence/deskContext.ts'
import { GroupMarks } from '#client/features/convergence/GroupMarks.tsx'
import { ReviewChips } from '#client/features/convergence/ItemRow.tsx'
import { spoken } from '#client/features/convergence/spoken.ts'
import { WholeText } from '#client/features/convergence/WholeText.tsx'
import { type Item, itemOf, placeOf } from '#shared/convergence/convergenceState.ts'
import type { HandedText } from '#shared/convergence/handedText.ts'

export function OwnTexts() {
  const { t } = useTranslation('convergence')
  const { desk, page, state } = useDesk()
  const waiting = Object.values(state.items).filter(
    (item) =>
      item.summary !== '' &&
      (desk.reviews[item.id] ?? []).some(
        ({ groupId, verdict }) => verdict === 'none' && page.may.reviewFor.includes(groupId),
      ),
  )
  return (
    <div className="cv-own">
      <div className="cv-middle">
        {page.may.reviewFor.length > 0 && (
          <section className="card cv-waits" aria-labelledby="cv-waits">
            <h2 id="cv-waits">{t('waitsHere', { count: waiting.length })}</h2>
            {waiting.length === 0 && <p className="soft">{t('waitsNone')}</p>}
            <ul className="cv-list">
              {waiting.map((item) => (
                <ItemLine key={item.id} item={item} />
              ))}
            </ul>
          </section>
        )}
        <section className="card cv-texts" aria-labelledby="cv-own">
          <h2 id="cv-own">{t('ownTexts')}</h2>
          <ul className="cv-list">
            {desk.texts.map((text) => (
              <OwnText key={text.id} text={text} />
            ))}
          </ul>
        </section>
      </div>
      <div className="cv-side">
        <CoverageCard coverage={desk.coverage} />
      </div>
    </div>
  )
}

function ItemLine({ item }: { item: Item }) {
  const { t } = useTranslation('convergence')
  const { desk, groupsOf, open } = useDesk()
  return (
    <li data-item={item.id}>
      <div className="grow">
        <b>
          {desk.numbers[item.id]} {item.title}
        </b>
        <p className="sm">{item.summary}</p>
        <div className="row wrap cv-state">
          <GroupMarks groups={groupsOf(desk.sourceGroups[item.id] ?? [])} />
          <ReviewChips itemId={item.id} />
        </div>
      </div>
      <button
        type="button"
        className="btn primary"
        data-act="review"
        aria-label={t('reviewItem', { title: spoken(item.title) })}
        onClick={() => open(item.id)}
      >
        {t('review')}
      </button>
    </li>
  )
}

function OwnText({ text }: { text: HandedText }) {
  const { t } = useTranslation('convergence')
  const { desk, groupsOf, open, state } = useDesk()
  const place = placeOf(state, text.id)
  const into = place?.fingerprint === text.fingerprint ? place.into : []
  const nowhere = into.length === 0 && !place?.aside
  return (
    <li data-text={text.id}>
      <div className="grow">
        <div className="row between cv-title">
          <b>{text.title}</b>
          <GroupMarks groups={groupsOf(text.groupIds)} />
        </div>
        <div className="cv-where">
          {nowhere && <span className="chip line">{t('notPlacedYet')}</span>}
          {place?.aside && (
            <>
              <span className="chip line">{t('fate.aside')}</span> <span>{place.aside.reason}</span>
            </>
          )}
          {into.map(({ as, itemId }) => (
            <button
              key={itemId}
              type="button"
              className="btn link sm"
              data-act="open-item"
              onClick={() => open(itemId)}
            >
              {t(as === 'nuance' ? 'nuanceOf' : 'partOf', {
                item: `${desk.numbers[itemId] ?? ''} ${itemOf(state, itemId)?.title ?? ''}`.trim(),
              })}
            </button>
          ))}
        </div>
        <details>
          <summary>
            {t('read')}
            <span className="sr"> {text.title}</span>
          </summary>
          <WholeText text={text} />
        </details>
      </div>
    </li>
  )
}
