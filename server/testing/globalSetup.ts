// Starts one PostgreSQL for all test files of a run and tells them its address.
import type { TestProject } from 'vitest/node'
import { startPostgres } from '#server/testing/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

// Vitest calls the file's functions by these names.
let stopPostgres: (() => Promise<void>) | undefined

export async function setup(project: TestProject): Promise<void> {
  const postgres = await startPostgres()
  stopPostgres = () => postgres.stop()
  project.provide('postgresUrl', postgres.url)
}

export async function teardown(): Promise<void> {
  await stopPostgres?.()
}
