// Whether a name in a presence record and a member of the cooperative are one person, and who of a group is missing.

/** Without accents, case and doubled spaces. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()

/** « Samira » of « Samira B. ». */
const firstPart = (name: string): string => plainName(name).replace(/(?: \p{L}\.)+$/u, '')

export interface NamedLine {
  readonly name: string
  readonly personId: string | null
}
export interface NamedMember {
  readonly id: string
  readonly name: string
}

/**
 * [M1] A line of somebody who signed in names that person and nobody else.
 * [M2] Any other line names whoever bears its name; a name without its initial names the one member that it can mean.
 */
export function missingMembers(members: readonly NamedMember[], lines: readonly NamedLine[]): NamedMember[] {
  const persons = new Set(lines.flatMap(({ personId }) => personId ?? []))
  const names = new Set(lines.filter(({ personId }) => personId === null).map(({ name }) => plainName(name)))
  const short = members.map(({ name }) => firstPart(name))
  return members.filter(({ id, name }, place) => {
    if (persons.has(id) || names.has(plainName(name))) return false
    const own = short[place] ?? ''
    return !(names.has(own) && short.filter((other) => other === own).length === 1)
  })
}
