'use client'

import { useEffect } from 'react'

const shownFor = 2000

/** Makes the copy buttons of programs work; they stand in the answer's HTML. */
export function CopyCode() {
  useEffect(() => {
    const copy = async (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('[data-copy-code]')
      const code = button?.closest('.code')?.querySelector('pre')
      if (!button || !code) return
      const copied = await navigator.clipboard.writeText(code.textContent).then(
        () => true,
        () => false,
      )
      button.textContent = copied ? 'Copied' : 'Press Ctrl+C'
      if (!copied) getSelection()?.selectAllChildren(code)
      setTimeout(() => {
        button.textContent = 'Copy'
      }, shownFor)
    }
    document.addEventListener('click', copy)
    return () => document.removeEventListener('click', copy)
  }, [])
  return null
}
