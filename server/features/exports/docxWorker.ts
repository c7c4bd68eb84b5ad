// A thread that writes one word processor's file: putting a long one together takes seconds, in which rooms go on.
import { parentPort, workerData } from 'node:worker_threads'
import { exportDocx } from '#server/features/exports/exportDocx.ts'
import type { DocxTask } from '#server/features/exports/writeDocx.ts'

const { document, paper } = workerData as DocxTask // given by writeDocx alone
parentPort?.postMessage(await exportDocx(document, paper))
