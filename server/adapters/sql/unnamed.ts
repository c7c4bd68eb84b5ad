// Takes a person's name out of what was written down as JSON, and leaves every other word as it is.

export interface Unnaming {
  readonly called: string
  readonly name: string
  /** The account's id, bare or behind `account:`. */
  readonly id: string
  /** Nobody else is called so: the name alone says whose it is. */
  readonly alone: boolean
}

/** Keys under which a name stands, beside the words that people wrote. */
const naming = /^(name|who|names|.*(Name|By|Names))$/u

export function unnamedIn(value: unknown, about: Unnaming): unknown {
  if (Array.isArray(value)) return value.map((one) => unnamedIn(one, about))
  if (typeof value !== 'object' || value === null) return value
  const theirs = about.alone || Object.values(value).some((one) => isTheirId(one, about))
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      theirs && naming.test(key) ? renamed(one, about) : unnamedIn(one, about),
    ]),
  )
}

const isTheirId = (value: unknown, { id }: Unnaming): boolean => value === id || value === `account:${id}`

/** One name, several behind commas as signatures are written, or a list. */
function renamed(value: unknown, about: Unnaming): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, about))
  if (typeof value !== 'string') return unnamedIn(value, about)
  return value
    .split(', ')
    .map((one) => (one === about.called ? about.name : one))
    .join(', ')
}
