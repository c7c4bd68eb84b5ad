// Brings the words of a part of the product that is spoken of on another page, by the name of its namespace.
const files = import.meta.glob<Readonly<Record<string, unknown>>>([
  '../i18n/*Texts.ts',
  '!../i18n/pageTexts.ts',
  '!../i18n/roomTexts.ts',
])

/** `client/i18n/<namespace>Texts.ts` exports `add<Namespace>Texts`. A namespace without a file is one of every page. */
export async function loadTexts(namespaces: readonly string[]): Promise<void> {
  await Promise.all(
    namespaces.map(async (namespace) => {
      const texts = await files[`../i18n/${namespace}Texts.ts`]?.()
      for (const [name, add] of Object.entries(texts ?? {}))
        if (name.startsWith('add') && typeof add === 'function') add()
    }),
  )
}
