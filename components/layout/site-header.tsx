import { aboutPath, homePath, subjectsPath } from '@/lib/routes'
import { Mark } from './mark'

const links = [
  { path: subjectsPath, name: 'Subjects' },
  { path: aboutPath, name: 'About' },
]

export function SiteHeader({ siteName }: { siteName: string }) {
  return (
    <header className="site-frame border-b border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 px-4 py-2 sm:px-6">
        <a href={homePath} className="flex min-h-11 items-center gap-2.5 font-serif text-lg font-bold">
          <Mark />
          {siteName}
        </a>
        <nav aria-label="Site" className="-mx-3 flex">
          {links.map(({ path, name }) => (
            <a
              key={path}
              href={path}
              className="flex min-h-11 items-center px-3 text-soft underline-offset-4 hover:text-ink hover:underline max-sm:nth-2:hidden"
            >
              {name}
            </a>
          ))}
        </nav>
      </div>
    </header>
  )
}
