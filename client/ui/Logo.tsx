// The mark: a square and a circle printed over each other.
export function Mark() {
  return (
    <svg viewBox="0 0 38 26" aria-hidden="true">
      <defs>
        <clipPath id="logo-square">
          <rect x="1" y="2" width="22" height="22" rx="5" />
        </clipPath>
      </defs>
      <rect className="sq" x="1" y="2" width="22" height="22" rx="5" />
      <circle className="ci" cx="25.5" cy="13" r="11.5" />
      <circle className="in" cx="25.5" cy="13" r="11.5" clipPath="url(#logo-square)" />
    </svg>
  )
}
