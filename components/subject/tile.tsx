/** A subject's sign, like that of an element: two letters of its name, in its colour. The name stands beside it. */
export function Tile({ title }: { title: string }) {
  return (
    <span className="tile" aria-hidden="true">
      {toSign(title)}
    </span>
  )
}

/** `Ma` for Mathematics, `CS` for Computer Science, `HW` for History of the World. */
function toSign(title: string): string {
  const words = title.split(/[\s-]+/).filter((word) => !/^(?:and|or|of|the|in|for|to|&)$/i.test(word))
  const [first = '', second] = words
  return first.charAt(0).toUpperCase() + (second ? second.charAt(0).toUpperCase() : first.charAt(1))
}
