// Names of the live documents: `whiteboard/<room id>` and `drafts/<space id>`.

export type DocumentKind = 'whiteboard' | 'drafts'

export interface DocumentRef {
  readonly kind: DocumentKind
  /** A room id for a whiteboard, a space id (a group's, a joint room's, the convergence's) for drafts. */
  readonly id: string
}

const pattern = /^(whiteboard|drafts)\/([0-9a-z][0-9a-z-]{0,63})$/

export const documentName = ({ kind, id }: DocumentRef): string => `${kind}/${id}`

/** Undefined for anything that is not exactly a document name: no other spelling is normalised into one. */
export function parseDocumentName(name: string): DocumentRef | undefined {
  const match = pattern.exec(name)
  return match ? { kind: match[1] as DocumentKind, id: match[2] as string } : undefined // the pattern has both groups
}
