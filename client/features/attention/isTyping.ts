// Whether somebody is in the middle of words: nothing may then take them elsewhere.

const lettersIn =
  'input:not([type=button],[type=checkbox],[type=radio],[type=range]), textarea, [contenteditable=true], select'

/** In a field, or in a dialog, which is a question being answered. */
export function isTyping(): boolean {
  const here = document.activeElement
  return here?.closest(`${lettersIn}, [role=dialog], [role=alertdialog]`) != null
}
