// A component whose code comes later, shown without delay once it has come.
import { type ComponentType, lazy, useState } from 'react'

export interface LazyView<Props> {
  (props: Props): React.ReactNode
  /** Begins to fetch the code; a failure is asked again, and told, when the component is shown. */
  prepare(): void
}

/**
 * As React's `lazy`, under a Suspense of the caller's. `lazy` alone suspends once even when the code is there already, and
 * React shows nothing else for 300 ms after a fallback.
 */
export function lazyView<Props extends object>(fetch: () => Promise<ComponentType<Props>>): LazyView<Props> {
  let come: ComponentType<Props> | undefined
  const fetchNow = async (): Promise<{ default: ComponentType<Props> }> => {
    come = await fetch()
    return { default: come }
  }
  const Later = lazy(fetchNow)
  function View(props: Props) {
    // Chosen when it is first shown: changing it afterwards would lose what the component holds.
    const [Shown] = useState<ComponentType<Props>>(() => come ?? (Later as unknown as ComponentType<Props>)) // lazy's type hides that it takes the same props
    return <Shown {...props} />
  }
  return Object.assign(View, { prepare: () => void fetchNow().catch(() => undefined) })
}
