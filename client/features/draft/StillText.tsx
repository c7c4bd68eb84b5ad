// A section as it stands, without an editor: for cards at rest and for people who read. It follows every letter.
import { createContext, Fragment, type ReactNode, useContext } from 'react'
import { type ReadBlock, type ReadRun, readBlocks } from '#shared/draft/draftModel.ts'

export interface StillTextProps {
  readonly blocks: readonly ReadBlock[]
  /** Draws the words of a block in another way than plainly: those of a merged draft wear the ink of their groups. */
  readonly draw?: ((block: ReadBlock) => ReactNode) | undefined
}

const Drawing = createContext<StillTextProps['draw']>(undefined)

/** The same blocks in the same order as an editor would show, so that carets find their places in both. */
export const StillText = ({ blocks, draw }: StillTextProps) => (
  <Drawing value={draw}>
    <Blocks blocks={blocks} />
  </Drawing>
)

function Blocks({ blocks }: { blocks: readonly ReadBlock[] }) {
  const parts: ReactNode[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]
    if (!block) break
    if (isListed(block)) {
      const length = listLength(blocks, at, 1)
      parts.push(<List key={at} blocks={blocks.slice(at, at + length)} depth={1} />)
      at += length
    } else {
      const Tag = block.type === 'heading' ? (block.level === 3 ? 'h3' : 'h2') : 'p'
      parts.push(
        <Tag key={at}>
          <Words block={block} />
        </Tag>,
      )
      at += 1
    }
  }
  return <>{parts}</>
}

export const readStill = (section: unknown): readonly ReadBlock[] => readBlocks(section)

const isListed = (block: ReadBlock | undefined): boolean =>
  block?.type === 'bullet' || block?.type === 'numbered'

/** How many blocks from `at` on belong to one list: the same kind at this depth, anything listed below it. */
function listLength(blocks: readonly ReadBlock[], at: number, depth: number): number {
  const type = blocks[at]?.type
  let end = at
  while (isListed(blocks[end]) && ((blocks[end]?.level ?? 0) > depth || blocks[end]?.type === type)) end += 1
  return end - at
}

function List({ blocks, depth }: { blocks: readonly ReadBlock[]; depth: number }) {
  const Tag = blocks[0]?.type === 'numbered' ? 'ol' : 'ul'
  const items: ReactNode[] = []
  for (let at = 0; at < blocks.length; ) {
    const below = at + 1
    let end = below
    while (end < blocks.length && (blocks[end]?.level ?? 0) > depth) end += 1
    items.push(
      <li key={at}>
        <p>
          <Words block={blocks[at]} />
        </p>
        {end > below && <List blocks={blocks.slice(below, end)} depth={depth + 1} />}
      </li>,
    )
    at = end
  }
  return <Tag>{items}</Tag>
}

function Words({ block }: { block: ReadBlock | undefined }) {
  const draw = useContext(Drawing)
  const runs = block?.runs ?? []
  if (!block || runs.length === 0) return <br />
  if (draw) return draw(block)
  return (
    <>
      {runs.map((run, at) => (
        <Fragment key={at}>{formatted(run)}</Fragment>
      ))}
    </>
  )
}

/** Words with their bold, italic and link. */
export function formatted({ text, bold, italic, link }: ReadRun): ReactNode {
  let words: ReactNode = text === '\n' ? <br /> : text
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  if (link)
    words = (
      <a href={link} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    )
  return words
}
