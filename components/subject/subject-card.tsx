import type { ComponentProps } from 'react'

type SubjectCardProps = ComponentProps<'div'> & { as?: 'div' | 'section' | 'header' }

/** A box in a subject's colour, from `--hue`. */
export function SubjectCard({ as: Box = 'div', className = '', ...box }: SubjectCardProps) {
  return (
    <Box
      className={`relative rounded-2xl border border-subject-line bg-subject-tint has-[a:hover]:border-subject-text ${className}`}
      {...box}
    />
  )
}
