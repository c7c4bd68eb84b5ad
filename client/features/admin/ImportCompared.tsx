// What a file would do to what is here, list by list; once written, what it did.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Banner } from '#client/ui/Banner.tsx'
import type { ImportAnswer } from '#shared/admin/cycleAdmin.ts'

/** Every list of the format has its word: a test goes through them. */
const listName = (t: TFunction<'admin'>, name: string): string =>
  t(`transfer.name.${name}` as 'transfer.name.groups') // as said above

type Compared = Extract<ImportAnswer, { ok: true }>

export interface ImportComparedProps {
  readonly compared: Compared
  readonly busy: boolean
  readonly onWrite: () => void
}

export function ImportCompared({ compared, busy, onWrite }: ImportComparedProps) {
  const { t } = useTranslation('admin')
  const { closes, lists, replace, written, organisation, cycle } = compared
  const lost = replace ? lists.reduce((sum, { onlyHere }) => sum + onlyHere, 0) : 0
  return (
    <div className="admin-form" data-compared={written ? 'written' : 'preview'}>
      <p role="status">
        <b>{t(written ? 'transfer.written' : 'transfer.would', { organisation, cycle })}</b>
      </p>
      <div className="admin-scroll" tabIndex={0} role="region" aria-label={t('transfer.table')}>
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">{t('transfer.list')}</th>
              <th scope="col">{t('transfer.added')}</th>
              <th scope="col">{t('transfer.changed')}</th>
              <th scope="col">{t('transfer.same')}</th>
              <th scope="col">{t(replace ? 'transfer.lost' : 'transfer.kept')}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map(({ name, added, changed, unchanged, onlyHere }) => (
              <tr key={name}>
                <th scope="row">{listName(t, name)}</th>
                {[added, changed, unchanged, onlyHere].map((count, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row's columns are its places
                  <td key={at} className="num">
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!written && closes && <Banner tone="info">{t('transfer.closes', closes)}</Banner>}
      {!written && lost > 0 && <Banner tone="warn">{t('transfer.lostText', { count: lost })}</Banner>}
      {!written && (
        <button
          type="button"
          className="btn primary"
          data-act="write-file"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => !busy && onWrite()}
        >
          {t(replace ? 'transfer.writeReplace' : 'transfer.write')}
        </button>
      )}
    </div>
  )
}
