// What a section may hold, as the editor knows it: the same nodes, attributes and marks as the server's gate.
import { type Extensions, Mark } from '@tiptap/core'
import { Heading } from '@tiptap/extension-heading'
import { Link } from '@tiptap/extension-link'
import { ListItem } from '@tiptap/extension-list-item'
import { OrderedList } from '@tiptap/extension-ordered-list'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLink } from '#shared/draft/plainText.ts'

const SectionHeading = Heading.extend({
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    ...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
}).configure({ levels: [2, 3] })

/** Without the `type` that pasted lists bring along. */
const NumberedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) =>
        Math.min(9999, Math.max(0, Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1)),
    },
  }),
})

/** Tab is the editor's own affair: it stops at the depth that the gate knows. */
const SectionItem = ListItem.extend({
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

/** Nothing but an address: how a link opens is the page's business, not the document's. */
const SafeLink = Link.extend({
  addAttributes: () => ({
    href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
  }),
}).configure({
  autolink: false,
  openOnClick: false,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: (address) => isSafeLink(address),
  HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer nofollow' },
})

/**
 * Where words come from, set by the server when it copies them. It never grows by typing, and what is pasted keeps it only
 * where this section already holds it.
 */
const Provenance = Mark.create({
  name: 'src',
  inclusive: false,
  addAttributes: () => ({ ref: { default: null } }),
  parseHTML: () => [
    { tag: 'span[data-src]', getAttrs: (element) => ({ ref: element.getAttribute('data-src') }) },
  ],
  renderHTML: ({ mark }) => ['span', { 'data-src': String(mark.attrs['ref']) }, 0],
})

export const sectionSchema: Extensions = [
  StarterKit.configure({
    history: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    strike: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
    heading: false,
    orderedList: false,
    listItem: false,
  }),
  SectionHeading,
  NumberedList,
  SectionItem,
  SafeLink,
  Provenance,
]
