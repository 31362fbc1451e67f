'use client'

import { useEffect, useRef } from 'react'
import { searchPath } from '@/lib/routes'
import { longestQuery } from '@/lib/search/limits'

/**
 * The search of every header: a form that works by itself. What shows results while somebody types is loaded when the
 * field is first used.
 */
export function SearchField() {
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const begun = useRef(false)

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', open)
    // Somebody may have come here before this script.
    if (document.activeElement === input.current) enhance()
    return () => document.removeEventListener('keydown', open)
  })

  async function enhance() {
    if (begun.current || !form.current || !input.current) return
    begun.current = true
    const { attachCombobox } = await import('./combobox/attach')
    attachCombobox(form.current, input.current)
  }

  return (
    <search className="search-field">
      <form ref={form} action={searchPath}>
        <label>
          <span className="sr-only">Search questions</span>
          <input
            ref={input}
            onFocus={enhance}
            type="search"
            name="q"
            placeholder="Search"
            maxLength={longestQuery}
            autoComplete="off"
            aria-keyshortcuts="/ Control+K Meta+K"
          />
        </label>
      </form>
    </search>
  )
}

/** “/” outside of fields, and Ctrl or ⌘ with K anywhere. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k'
  return key === '/' && !(target as Element).closest('input, textarea, select, [contenteditable]')
}
