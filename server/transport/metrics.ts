// What this process measures of itself, as Prometheus reads it.

import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { isLoopback } from '#server/config.ts'
import { hashOf } from '#server/transport/identity.ts'

/** Asked when the figures are read. */
export interface GaugeSources {
  readonly roomSockets: () => number
  readonly rooms: () => number
  readonly documentSockets: () => number
  readonly documents: () => number
}

export interface Metrics {
  readonly registry: Registry
  /** The document lane's counters. */
  readonly documents: {
    updateIn(): void
    updateOut(peers: number): void
    refused(code: string): void
    kept(milliseconds: number): void
  }
  /** The room lane's. */
  command(outcome: string): void
  /** Refused at a door: `origin`, `ticket`, `join`, `rate`. */
  turnedAway(why: string): void
  watch(sources: GaugeSources): void
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  // Memory, CPU, garbage collection, open handles, and the event loop's delay with its percentiles.
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const updatesIn = new Counter({ name: 'fe_updates_in_total', help: 'Document updates received', registers })
  const updatesOut = new Counter({
    name: 'fe_updates_out_total',
    help: 'Document updates sent, one a peer',
    registers,
  })
  const refusals = new Counter({
    name: 'fe_update_refusals_total',
    help: 'Document updates refused',
    labelNames: ['code'],
    registers,
  })
  const lag = new Histogram({
    name: 'fe_persistence_lag_seconds',
    help: 'From the arrival of an update to its being on disk',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  })
  const commands = new Counter({
    name: 'fe_commands_total',
    help: 'Room commands by outcome',
    labelNames: ['outcome'],
    registers,
  })
  const doors = new Counter({
    name: 'fe_turned_away_total',
    help: 'Requests refused at a door',
    labelNames: ['why'],
    registers,
  })
  return {
    registry,
    documents: {
      updateIn: () => updatesIn.inc(),
      updateOut: (peers) => updatesOut.inc(peers),
      refused: (code) => refusals.inc({ code }),
      kept: (milliseconds) => lag.observe(milliseconds / 1000),
    },
    command: (outcome) => commands.inc({ outcome }),
    turnedAway: (why) => doors.inc({ why }),
    watch(sources) {
      gauge(
        registry,
        'fe_connections',
        'Open lines, room lane and document lane',
        () => sources.roomSockets() + sources.documentSockets(),
      )
      gauge(registry, 'fe_room_sockets', 'Open lines of the room lane', sources.roomSockets)
      gauge(registry, 'fe_document_sockets', 'Open lines of the document lane', sources.documentSockets)
      gauge(registry, 'fe_rooms', 'Rooms with somebody in them', sources.rooms)
      gauge(registry, 'fe_documents_open', 'Documents in memory', sources.documents)
    },
  }
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read())
    },
  })
}

const forwardingHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
]

/**
 * Whoever holds METRICS_TOKEN, or this machine itself. A request that a proxy forwarded also comes from loopback,
 * so any forwarding header takes that away.
 */
export function mayReadMetrics(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  token: string | undefined,
): boolean {
  const given = /^bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token !== undefined && given !== undefined) {
    // Hashed first, so that both sides have one length.
    return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(token)))
  }
  if (forwardingHeaders.some((name) => request.headers[name] !== undefined)) return false
  return isLoopback((request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''))
}
