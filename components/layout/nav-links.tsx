type NavLinksProps = { label: string; links: readonly { path: string; name: string }[]; className: string }

/** The links to the main pages, large enough for a thumb. */
export function NavLinks({ label, links, className }: NavLinksProps) {
  return (
    <nav aria-label={label} className={className}>
      {links.map(({ path, name }) => (
        <a
          key={path}
          href={path}
          className="inline-flex min-h-11 items-center px-2.5 underline-offset-wide hover:text-ink hover:underline"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
