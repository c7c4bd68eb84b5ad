// A translated sentence whose weighty words stand between <b> and </b>; nothing else in it is markup.
export function Bold({ text }: { text: string }) {
  return text
    .split(/(<b>.*?<\/b>)/)
    .map((part, at) => (part.startsWith('<b>') ? <b key={`${at}-b`}>{part.slice(3, -4)}</b> : part))
}
