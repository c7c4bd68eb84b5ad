// The tables that the running rooms need, as Kysely sees them. Booleans are 0 or 1 and JSON is text on both databases.
import type { AccountTables } from '#server/adapters/sql/accountsSchema.ts'
import type { AssemblyTables } from '#server/adapters/sql/assemblySchema.ts'
import type { ConsultationTables } from '#server/adapters/sql/consultationSchema.ts'
import type { ConvergenceTables } from '#server/adapters/sql/convergenceSchema.ts'
import type { CycleSchema } from '#server/adapters/sql/cycle/cycleSchema.ts'
import type { CyclePageTables } from '#server/adapters/sql/cyclePageSchema.ts'
import type { FollowUpTables } from '#server/adapters/sql/followUpSchema.ts'
import type { FormerCycleTables } from '#server/adapters/sql/formerCyclesSchema.ts'
import type { HandoverTables } from '#server/adapters/sql/handoversSchema.ts'
import type { InstructionTables } from '#server/adapters/sql/instructionSchema.ts'
import type { JointTables } from '#server/adapters/sql/jointRecordsSchema.ts'
import type { LibraryTables } from '#server/adapters/sql/librarySchema.ts'
import type { NoticeTables } from '#server/adapters/sql/noticesSchema.ts'
import type { PublicationTables } from '#server/adapters/sql/publicationsSchema.ts'
import type { RemarkTables } from '#server/adapters/sql/remarksSchema.ts'
import type { SessionRecordTables } from '#server/adapters/sql/sessionRecordsSchema.ts'
import type { ThemeTables } from '#server/adapters/sql/themesSchema.ts'
import type { VersionTables } from '#server/adapters/sql/versionsSchema.ts'

/** Bytes as they come back: Buffers on both databases. */
export type Bytes = Uint8Array

interface DocumentTables {
  documents: {
    id: number
    name: string
    generation: number
    head_seq: number
    head_hash: Bytes
    /** Covers all rows of `document_clients`, in any order. */
    clients_digest: Bytes
    log_bytes: number
    created_at: number
  }
  /**
   * The last generation that a name ever had, kept when the document is removed: one made afresh never meets copies of the former.
   * `live` tells a removed document (0) from one whose row was lost by damage (1).
   */
  document_generations: { name: string; generation: number; live: number }
  document_log: { document: number; seq: number; author: string; at: number; bytes: Bytes; hash: Bytes }
  document_snapshots: { document: number; seq: number; state: Bytes; log_hash: Bytes; checksum: Bytes }
  document_clients: { document: number; client: number; participant: string }
}

interface PeopleTables {
  accounts: {
    id: string
    person_id: string
    display_name: string
    standing: string
    group_ids: string
    facilitates_group_ids: string
    secretary_group_ids?: string | null | undefined
    reads_group_ids?: string | null | undefined
  }
  account_sessions: {
    hash: string
    account_id: string
    expires_at: number
    id?: string | null
    device?: string | null
    started_at?: number | null
    seen_at?: number | null
  }
  participants: {
    id: string
    room_id: string
    name: string
    presence: string
    standing: string
    role: string
    group_ids: string
    headcount: number
    seats: string
    epoch: number
    removed: number
    account_id: string | null
    device_hash: string | null
    reads_group_ids?: string | null | undefined
  }
}

interface RoomTables {
  rooms: {
    id: string
    code: string
    title: string
    kind: string
    group_ids: string
    spaces: string
    door_open: number
    session_id: string | null
    parent_id: string | null
    aparte: string | null
    session: string | null
  }
  room_states: { room_id: string; version: number; state: string }
  room_secrets: { room_id: string; slice: string; value: string }
  room_effects: {
    id: string
    room_id: string
    slice: string
    kind: string
    input: string
    version: number
    place: number
  }
  journal: {
    room_id: string
    command_id: string
    version: number
    command: string
    participant_id: string
    input: string | null
    answer: string | null
    at: number
  }
  files: {
    id: string
    room_id: string
    mime: string
    bytes: number
    width: number
    height: number
    uploaded_by: string
    sha256: string
  }
  settings: { key: string; value: string }
}

export interface Schema
  extends DocumentTables,
    PeopleTables,
    AccountTables,
    RoomTables,
    SessionRecordTables,
    VersionTables,
    HandoverTables,
    PublicationTables,
    ConvergenceTables,
    LibraryTables,
    ConsultationTables,
    InstructionTables,
    RemarkTables,
    JointTables,
    CyclePageTables,
    FollowUpTables,
    FormerCycleTables,
    NoticeTables,
    AssemblyTables,
    ThemeTables,
    CycleSchema {}
