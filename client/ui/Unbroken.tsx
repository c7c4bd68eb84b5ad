// A text of the cooperative, shown so that « est-ce » and the signs that French keeps with their word never part at a line's end.
const joined = /(\S+ [:;?!»](?=\s|$)|« \S+|(?<=^|\s)\S{1,12}-\S{1,6}(?=\s|$))/

/** The text itself stays as it is: selected, copied and read aloud without any change. */
export function Unbroken({ text }: { text: string }) {
  return text.split(joined).map((part, at) =>
    at % 2 === 1 ? (
      <span className="nowrap" key={`${at}-${part}`}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}
