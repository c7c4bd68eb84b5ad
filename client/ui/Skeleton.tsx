// Grey lines that stand where text is about to arrive; screen readers hear one sentence instead.
export function Skeleton({ lines, label }: { lines: readonly number[]; label?: string }) {
  return (
    <div className="skeleton" aria-busy="true">
      {label && <span className="sr">{label}</span>}
      {lines.map((width, at) => (
        <div key={at} className="sk" style={{ width: `${width}%` }} aria-hidden="true" />
      ))}
    </div>
  )
}
