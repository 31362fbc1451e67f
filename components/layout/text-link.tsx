import type { ComponentProps } from 'react'

/** A link in running text outside the answer. */
export function TextLink({ className = '', ...link }: ComponentProps<'a'>) {
  return (
    <a className={`py-1 underline decoration-edge underline-offset-normal hover:text-accent ${className}`} {...link} />
  )
}
