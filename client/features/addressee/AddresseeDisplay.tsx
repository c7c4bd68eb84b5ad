// The columns on the room's screen: titles, and the initiatives that have begun. No control.
import { useTranslation } from 'react-i18next'
import { addresseeIcons } from '#client/features/addressee/addresseeIcons.ts'
import { useAddressees } from '#client/features/addressee/useAddressees.ts'
import { useSlice } from '#client/live/useLiveRoom.tsx'
import { addressees } from '#shared/draft/vocabulary.ts'
import '#client/features/addressee/addressee.css'

export function AddresseeDisplay() {
  const { t } = useTranslation('addressee')
  const drafts = useAddressees()
  const view = useSlice('decision')
  if (!view?.sorting) return null
  const begun = new Set(view.initiatives.map(({ draft }) => `${draft.spaceId}/${draft.draftId}`))
  const left = drafts.filter(({ addressee }) => addressee === null).length
  return (
    <section className="addressee-display">
      <h2>{t('title')}</h2>
      <div>
        {addressees.map((addressee) => {
          const Icon = addresseeIcons[addressee]
          return (
            <section key={addressee} className={addressee === 'us-here' ? 'us' : ''}>
              <h3>
                <Icon className="i" aria-hidden="true" />
                {t(`column.${addressee}`)}
              </h3>
              <ul>
                {drafts
                  .filter((draft) => draft.addressee === addressee)
                  .map(({ key, code, title }) => (
                    <li key={key}>
                      {code && <b>{code} </b>}
                      {title.trim() || t('untitled')}
                      {begun.has(key) && <small> · {t('begin.stands')}</small>}
                    </li>
                  ))}
              </ul>
            </section>
          )
        })}
      </div>
      {left > 0 && <p>{t('left', { count: left })}</p>}
    </section>
  )
}
