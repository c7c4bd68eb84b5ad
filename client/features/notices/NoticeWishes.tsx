// When one is written to, and about what.
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'
import { type NoticesAnswer, rhythms, type NoticeWishes as Wishes } from '#shared/notices/noticeRules.ts'

export interface NoticeWishesProps {
  readonly answer: NoticesAnswer
  readonly onWishes: (wishes: Wishes) => void
  readonly onUnfollow: (one: NoticesAnswer['follows'][number]) => void
}

export function NoticeWishes({ answer, onWishes, onUnfollow }: NoticeWishesProps) {
  const { t } = useTranslation('notices')
  const { email, follows, ownTextCount, ownTexts, rhythm, sends } = answer
  return (
    <>
      {email === null && <Banner tone="info">{t('noEmail')}</Banner>}
      {email !== null && !sends && <Banner tone="info">{t('waits')}</Banner>}
      <section className="card pad notices-part">
        <fieldset>
          <legend>
            <h2>{t('when')}</h2>
          </legend>
          {rhythms.map((one) => (
            <label key={one} className="notices-choice">
              <input
                type="radio"
                name="rhythm"
                value={one}
                checked={rhythm === one}
                onChange={() => onWishes({ ownTexts, rhythm: one })}
              />
              <span>
                <b>{t(`rhythm.${one}`)}</b>
                <span className="sm soft">{t(`rhythmText.${one}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {email !== null && <p className="sm soft">{t('to', { email })}</p>}
      </section>
      <section className="card pad notices-part" aria-labelledby="notices-followed">
        <h2 id="notices-followed">{t('followed')}</h2>
        <label className="notices-choice">
          <input
            type="checkbox"
            checked={ownTexts}
            onChange={({ target }) => onWishes({ rhythm, ownTexts: target.checked })}
          />
          <span>
            <b>{t('ownTexts')}</b>
            <span className="sm soft">{t('ownTextsCount', { count: ownTextCount })}</span>
          </span>
        </label>
        {follows.length === 0 && <p className="soft">{t('followedNone')}</p>}
        <ul className="notices-follows">
          {follows.map((one) => (
            <li key={`${one.target} ${one.id}`}>
              <span className="grow">{one.title}</span>
              <button
                type="button"
                className="btn sm quiet"
                aria-label={t('unfollowLabel', { title: one.title })}
                onClick={() => onUnfollow(one)}
              >
                {t('unfollow')}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
