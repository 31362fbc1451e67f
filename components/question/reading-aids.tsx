'use client'

import { useEffect } from 'react'

const shownFor = 2000

/** Makes the copy buttons work, and the table of contents follow the reading; nothing of it is needed to read. */
export function ReadingAids() {
  useEffect(() => {
    document.addEventListener('click', copy)
    const stop = followReading()
    return () => {
      document.removeEventListener('click', copy)
      stop()
    }
  }, [])
  return null
}

/** Copies the program above whose bar the button stands, or the address of the page with the section it is at. */
async function copy({ target }: MouseEvent) {
  const button = (target as Element).closest<HTMLButtonElement>('[data-copy-code], [data-copy-link]')
  if (!button || button.dataset.label) return
  const code = button.closest('.code')?.querySelector('pre')
  const copied = await navigator.clipboard.writeText(code ? code.textContent : location.href).then(
    () => true,
    () => false,
  )
  button.dataset.label = button.textContent
  button.textContent = copied ? 'Copied' : code ? 'Press Ctrl+C' : 'Copy it from the address bar'
  if (!copied && code) getSelection()?.selectAllChildren(code)
  setTimeout(() => {
    button.textContent = button.dataset.label ?? ''
    delete button.dataset.label
  }, shownFor)
}

/** Marks in the table of contents the last heading above the middle of the window. Gives the way to stop. */
function followReading() {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')]
  const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [])
  const observer = new IntersectionObserver(
    () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2)
      for (const [index, link] of links.entries()) {
        if (index === passed.length - 1) link.setAttribute('aria-current', 'location')
        else link.removeAttribute('aria-current')
      }
    },
    { rootMargin: '0px 0px -50% 0px' },
  )
  for (const heading of headings) observer.observe(heading)
  return () => observer.disconnect()
}
