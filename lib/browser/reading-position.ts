/** Marks in the table of contents the last heading above the middle of the window. */
export function followReading() {
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
}
