// One founding text, cited by paragraph.
import { useTranslation } from 'react-i18next'
import { useLocation, useParams, useSearchParams } from 'react-router'
import { DocumentText } from '#client/features/library/DocumentText.tsx'
import { useDocument } from '#client/features/library/useLibrary.ts'
import { addLibraryTexts } from '#client/i18n/libraryTexts.ts'
import { LibraryFrame } from '#client/routes/LibraryFrame.tsx'
import { useTitle } from '#client/routes/useTitle.ts'
import '#client/features/library/library.css'

addLibraryTexts()

export function LibraryDocumentPage() {
  const { t } = useTranslation('library')
  const [asked] = useSearchParams()
  const { hash } = useLocation()
  const query = useDocument(useParams()['document'] ?? '', asked.get('version'))
  useTitle(query.data?.title ?? t('title'))
  return (
    <LibraryFrame query={query}>
      {query.data && <DocumentText document={query.data} hash={hash} />}
    </LibraryFrame>
  )
}
