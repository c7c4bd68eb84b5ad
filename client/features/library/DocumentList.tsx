// The political project, the statutes and what else is cited by paragraph.
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DocumentDialog } from '#client/features/library/DocumentDialog.tsx'
import { wholeDay } from '#client/ui/dates.ts'
import { Empty } from '#client/ui/Empty.tsx'
import type { LibraryAnswer } from '#shared/library/libraryAnswers.ts'

export function DocumentList({ page }: { page: LibraryAnswer }) {
  const { t, i18n } = useTranslation('library')
  const [adding, setAdding] = useState(false)
  return (
    <div className="li-documents">
      {page.documents.length === 0 ? (
        <Empty icon={FileText} title={t('noDocuments')}>
          {t('noDocumentsText')}
        </Empty>
      ) : (
        <ul>
          {page.documents.map((one) => (
            <li key={one.id} className="card">
              <FileText className="i" aria-hidden="true" />
              <div>
                <h2 lang={one.language}>
                  <Link to={`/library/${one.id}`}>{one.title}</Link>
                </h2>
                <p className="sm soft">
                  {[
                    t(`documentKind.${one.kind}`),
                    t('since', { day: wholeDay(i18n.language, one.date) }),
                    t('paragraphs', { count: one.paragraphs }),
                    ...(one.fictional ? [t('fictional')] : []),
                  ].join(', ')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {page.you.keepsDocuments && (
        <button type="button" className="btn" data-act="add-document" onClick={() => setAdding(true)}>
          <Plus className="i" aria-hidden="true" />
          {t('addDocument')}
        </button>
      )}
      {adding && (
        <DocumentDialog today={page.today} language={page.language} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}
