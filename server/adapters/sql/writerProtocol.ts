// What the main thread and the writer's thread say to each other.
import type { ProcedureName } from '#server/adapters/sql/procedures.ts'

export interface WriterSettings {
  readonly file: string
  readonly lockFile: string
}

export type WriterRequest =
  | {
      readonly id: number
      readonly kind: 'query'
      readonly sql: string
      readonly parameters: readonly unknown[]
    }
  /** A whole transaction in one round trip. */
  | { readonly id: number; readonly kind: 'procedure'; readonly name: ProcedureName; readonly input: unknown }
  | { readonly id: number; readonly kind: 'close' }

/** A request without its number, which the writer's client gives. */
export type Asked = WriterRequest extends infer R ? (R extends WriterRequest ? Omit<R, 'id'> : never) : never

export interface WriterError {
  readonly name: string
  readonly message: string
  readonly code: string | undefined
  readonly stack: string | undefined
}

export type WriterAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WriterError }
  /** Said once, unasked: the file is open and locked, or why not. */
  | { readonly id: 0; readonly ok: true; readonly value: 'open' }
