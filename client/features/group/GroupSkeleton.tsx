// The page's shape while its answer is on the way.
import { useTranslation } from 'react-i18next'
import { Skeleton } from '#client/ui/Skeleton.tsx'

export function GroupSkeleton() {
  const { t } = useTranslation('group')
  return (
    <>
      <div className="gp-head">
        <Skeleton lines={[14, 60]} label={t('loading')} />
      </div>
      <div className="gp-grid" aria-hidden="true">
        {[0, 1, 2, 3].map((at) => (
          <div className="card pad" key={at}>
            <Skeleton lines={[40, 90, 60, 75]} />
          </div>
        ))}
      </div>
    </>
  )
}
