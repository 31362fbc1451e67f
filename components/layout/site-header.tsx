import { SearchField } from '@/components/search/search-field'
import { aboutPath, homePath, subjectsPath } from '@/lib/core/routes'
import { Mark } from './mark'
import { ThemeChoice } from './theme-choice'

const links = [
  { path: subjectsPath, name: 'Subjects' },
  { path: aboutPath, name: 'About' },
]

export function SiteHeader({ siteName }: { siteName: string }) {
  return (
    <header className="site-frame site-header">
      <div>
        <a href={homePath} className="site-name">
          <Mark />
          {siteName}
        </a>
        <SearchField />
        <nav aria-label="Site">
          {links.map(({ path, name }) => (
            <a key={path} href={path}>
              {name}
            </a>
          ))}
        </nav>
        <ThemeChoice />
      </div>
    </header>
  )
}
