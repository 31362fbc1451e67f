const sizes = {
  small: 'size-8 rounded-lg bg-subject-tint text-sm',
  medium: 'size-11 rounded-control bg-subject-tint text-xl',
  large: 'size-11 rounded-control bg-card text-xl sm:size-18 sm:rounded-box sm:text-4xl',
}

/** A subject's badge, like the symbol of a chemical element: two letters of its name, in its colour, beside the name. */
export function SubjectBadge({ badge, size = 'medium' }: { badge: string; size?: keyof typeof sizes }) {
  return (
    <span
      className={`grid flex-none place-items-center border border-subject-line font-title text-subject-text leading-none ${sizes[size]}`}
      aria-hidden="true"
    >
      {badge}
    </span>
  )
}
