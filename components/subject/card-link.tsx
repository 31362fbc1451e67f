import type { ComponentProps } from 'react'

/** The link of a box, which has to be `relative`: a box is as large a target as it looks. */
export function CardLink({ className = '', ...link }: ComponentProps<'a'>) {
  return (
    <a
      className={`underline-offset-tight after:absolute after:inset-0 after:rounded-[inherit] hover:text-accent hover:underline ${className}`}
      {...link}
    />
  )
}
