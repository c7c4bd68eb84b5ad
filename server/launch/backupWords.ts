// What the commands for backups say, in the terminal's language.
import { storeInUse } from '#server/adapters/sql/storeLock.ts'
import { DamagedBackup } from '#server/features/backup/backupFolder.ts'
import { commandWords } from '#server/launch/storeCommand.ts'

interface Saved {
  readonly folder: string
  readonly bytes: number
  readonly parts: number
  readonly schema: string
}
interface Restored {
  readonly madeAt: string
  readonly kept: string
  /** Whether anything stood there before. */
  readonly any: boolean
}

const spoken = {
  fr: {
    backupUsage: 'usage : npm run backup [-- DOSSIER]',
    restoreUsage: 'usage : npm run restore -- DOSSIER (serveur arrêté)',
    saved: ({ folder, bytes, parts, schema }: Saved) =>
      `Sauvegardé dans ${folder} : ${parts} fichiers, ${bytes} octets, schéma ${schema}.`,
    restored: ({ madeAt, kept, any }: Restored) =>
      `Restauré : l’état du ${madeAt}.${any ? ` Ce qui était là attend dans ${kept}.` : ''}`,
    damaged: (part: string) => `cette sauvegarde est incomplète ou abîmée (${part}) : rien n’a été touché`,
    newer: (schema: string) =>
      `cette sauvegarde vient d’une version plus récente (${schema}) : installez celle-là d’abord`,
    otherKind: (kind: string) => `cette sauvegarde est d’une base ${kind} : DATABASE_URL dit autre chose`,
    inUse: 'un serveur utilise cet espace de données : arrêtez-le d’abord',
  },
  en: {
    backupUsage: 'usage: npm run backup [-- FOLDER]',
    restoreUsage: 'usage: npm run restore -- FOLDER (with the server stopped)',
    saved: ({ folder, bytes, parts, schema }: Saved) =>
      `Saved to ${folder}: ${parts} files, ${bytes} bytes, schema ${schema}.`,
    restored: ({ madeAt, kept, any }: Restored) =>
      `Restored: the state of ${madeAt}.${any ? ` What was there waits in ${kept}.` : ''}`,
    damaged: (part: string) => `this backup is incomplete or damaged (${part}): nothing was touched`,
    newer: (schema: string) => `this backup is of a newer version (${schema}): install that one first`,
    otherKind: (kind: string) => `this backup is of a ${kind} database: DATABASE_URL says otherwise`,
    inUse: 'a server is using this store: stop it first',
  },
  nl: {
    backupUsage: 'gebruik: npm run backup [-- MAP]',
    restoreUsage: 'gebruik: npm run restore -- MAP (met gestopte server)',
    saved: ({ folder, bytes, parts, schema }: Saved) =>
      `Bewaard in ${folder}: ${parts} bestanden, ${bytes} bytes, schema ${schema}.`,
    restored: ({ madeAt, kept, any }: Restored) =>
      `Teruggezet: de toestand van ${madeAt}.${any ? ` Wat er stond, wacht in ${kept}.` : ''}`,
    damaged: (part: string) => `deze back-up is onvolledig of beschadigd (${part}): er is niets aangeraakt`,
    newer: (schema: string) => `deze back-up is van een nieuwere versie (${schema}): installeer die eerst`,
    otherKind: (kind: string) => `deze back-up is van een ${kind}-database: DATABASE_URL zegt iets anders`,
    inUse: 'een server gebruikt deze opslag: stop hem eerst',
  },
}

export type BackupWords = (typeof spoken)['fr'] & { failure(error: unknown): string }

export function backupWords(environment: Readonly<Record<string, string | undefined>>): BackupWords {
  const words = commandWords(environment)
  const own = spoken[words.language]
  return {
    ...own,
    failure(error) {
      if (error instanceof DamagedBackup) return own.damaged(error.message)
      const { code } = error as { code?: unknown } // a system error, or the store's lock, has one
      return code === storeInUse ? own.inUse : words.failure(error)
    },
  }
}
