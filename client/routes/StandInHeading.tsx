// The heading of a page whose own is not there: its answer is on the way, or never came. A page is never without a name.
export interface StandInHeadingProps {
  /** Whatever reads the page's answer. */
  readonly query: { readonly isPending: boolean; readonly isError: boolean; readonly data?: unknown }
  readonly title: string
}

export function StandInHeading({ query, title }: StandInHeadingProps) {
  // Marked as opening, it is not where the focus goes: the page's own heading is about to stand here.
  if (query.isPending) return <h1 className="sr opening">{title}</h1>
  return query.isError && query.data === undefined ? <h1>{title}</h1> : null
}
