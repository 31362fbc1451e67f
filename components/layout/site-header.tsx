import { SearchField } from '@/components/search/search-field'
import { aboutPath, homePath, studyPath, subjectsPath } from '@/lib/core/routes'
import { Logo } from './logo'
import { NavLinks } from './nav-links'
import { ReadingSettings } from './reading-settings'

const links = [
  { path: subjectsPath, name: 'Subjects' },
  { path: studyPath, name: 'Study' },
  { path: aboutPath, name: 'About' },
]

export function SiteHeader({ siteName }: { siteName: string }) {
  return (
    <header className="border-line border-b text-md text-soft print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center px-4 py-1.5 sm:px-6">
        <a href={homePath} className="flex min-h-11 items-center gap-2 font-title text-ink text-lg">
          <Logo />
          {siteName}
        </a>
        <SearchField />
        {/* On a phone the other links are in the footer; the narrowest have no room for any beside the name. */}
        <NavLinks label="Site" links={links} className="ms-auto max-[22rem]:hidden max-sm:*:not-first:hidden" />
        <ReadingSettings />
      </div>
    </header>
  )
}
