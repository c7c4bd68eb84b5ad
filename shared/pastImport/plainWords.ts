// Words as they are compared: what people type without accents finds what was written with them.

/** Without case, accents and the signs of inclusive writing: « salarié·e » is found by « salariee » and « salarie ». */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[·•‧]/gu, '')
    .replace(/[’']/gu, ' ')
    .toLowerCase()
