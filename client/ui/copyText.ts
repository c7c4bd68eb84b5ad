// Copying where there is a clipboard, selecting where there is none (plain-http pages have none).

/** `copied` on success; otherwise the field is selected, ready for the person's own copy keys. */
export async function copyText(
  text: string,
  field: HTMLInputElement | HTMLTextAreaElement | null,
): Promise<'copied' | 'selected'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    field?.focus()
    field?.select()
    return 'selected'
  }
}
