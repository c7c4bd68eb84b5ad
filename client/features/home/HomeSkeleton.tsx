// The home page's shape while its answer is on the way.
import { useTranslation } from 'react-i18next'
import { Skeleton } from '#client/ui/Skeleton.tsx'

export function HomeSkeleton() {
  const { t } = useTranslation('home')
  return (
    <>
      <div className="hero-live stage loading">
        <Skeleton lines={[22, 70, 55, 40]} label={t('loading')} />
      </div>
      <div className="group-cards home-groups">
        {[0, 1].map((at) => (
          <div className="card pad" key={at}>
            <Skeleton lines={[40, 90, 60, 75]} />
          </div>
        ))}
      </div>
    </>
  )
}
