// Points and numbers of a word processor's lists: each numbered list counts anew from one.
import { AlignmentType, type ILevelsOptions, LevelFormat } from 'docx'

const levels = [0, 1, 2, 3] as const
export const deepestLevel = levels.length - 1

export const pointsList = 'points'
/** `nth`: from 1, in the order of the document. */
export const numberedList = (nth: number): string => `numbered-${nth}`

const indent = (level: number) => ({ left: 360 * (level + 1), hanging: 260 })
const levelsOf = (
  format: NonNullable<ILevelsOptions['format']>,
  textOf: (level: number) => string,
): ILevelsOptions[] =>
  levels.map((level) => ({
    ...{ level, format, text: textOf(level), alignment: AlignmentType.LEFT },
    style: { paragraph: { indent: indent(level) } },
  }))

export const docxLists = (numbered: number) => [
  { reference: pointsList, levels: levelsOf(LevelFormat.BULLET, () => '•') },
  ...Array.from({ length: numbered }, (_, at) => ({
    reference: numberedList(at + 1),
    levels: levelsOf(LevelFormat.DECIMAL, (level) => `%${level + 1}.`),
  })),
]
