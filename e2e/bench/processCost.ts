// What a process has used: processor time and memory, read from /proc (Linux).
import { readFileSync } from 'node:fs'

export interface ProcessCost {
  /** Processor time since its start, seconds. */
  readonly cpuSeconds: number
  /** Resident memory, MiB. */
  readonly rssMiB: number
}

const ticksPerSecond = 100

export function processCost(pid: number): ProcessCost {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name stands in brackets and may hold blanks: fields are counted after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    rssMiB: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
  }
}
