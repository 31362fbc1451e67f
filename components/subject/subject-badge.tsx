const sizes = {
  small: 'size-8 rounded-lg bg-subject-tint text-sm',
  medium: 'size-11 rounded-control bg-subject-tint text-xl',
  large: 'size-11 rounded-control bg-card text-xl sm:size-18 sm:rounded-box sm:text-4xl',
}

/** A subject's sign, like that of an element: two letters of its name, in its colour. The name stands beside it. */
export function Tile({ title, size = 'medium' }: { title: string; size?: keyof typeof sizes }) {
  return (
    <span
      className={`grid flex-none place-items-center border border-subject-line font-title text-subject-text leading-none ${sizes[size]}`}
      aria-hidden="true"
    >
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
