// One contribution in words: what it is, about which text, and what was said.

import { useTranslation } from 'react-i18next'
import { contentLanguage } from '#client/ui/contentLanguage.ts'
import type { ContributionKind, DraftPointer } from '#shared/group/groupPage.ts'

export interface ContributionWordsProps {
  readonly kind: ContributionKind
  readonly text: string
  readonly degree: number | null
  readonly draft: Pick<DraftPointer, 'code' | 'title'> | null
}

export function ContributionWords({ kind, text, degree, draft }: ContributionWordsProps) {
  const { t } = useTranslation('group')
  return (
    <span className="gp-said">
      <b>
        {t(`kind.${kind}`)}
        {draft && (
          <>
            {', '}
            <span lang={contentLanguage()}>{draft.code || draft.title}</span>
          </>
        )}
      </b>{' '}
      {degree !== null && <span className="chip line">{t(`degree.${degree}`)}</span>} <span>{text}</span>
    </span>
  )
}
