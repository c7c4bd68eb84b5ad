// Puts one person's change of a text on top of what others did to it meanwhile.
import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'

/**
 * `mine` came of `base` by one change, `theirs` by others. Returns `theirs` with that change, in its place as well as three
 * texts can tell; where they touch the same words both stay.
 */
export function rebasedChange(base: Node, mine: Node, theirs: Node): Node {
  const my = changeBetween(base, mine)
  const their = changeBetween(base, theirs)
  if (!my) return theirs
  if (!their) return mine
  const shift = their.newEnd - their.oldEnd
  const carry = (position: number): number =>
    position <= their.start ? position : position >= their.oldEnd ? position + shift : their.newEnd
  try {
    return new Transform(theirs).replace(carry(my.start), carry(my.oldEnd), mine.slice(my.start, my.newEnd))
      .doc
  } catch {
    // What cannot stand there stands at the end, rather than nowhere.
    const blocks = mine.slice(my.start, my.newEnd)
    return new Transform(theirs).replaceRange(theirs.content.size, theirs.content.size, blocks).doc
  }
}

function changeBetween(
  before: Node,
  after: Node,
): { start: number; oldEnd: number; newEnd: number } | undefined {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || !end) return undefined
  // Where letters repeat both ends may cross: the shorter side decides.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return { start, oldEnd: end.a + overlap, newEnd: end.b + overlap }
}
