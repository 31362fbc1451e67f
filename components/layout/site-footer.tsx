import { aboutPath, homePath, studyPath, subjectsPath } from '@/lib/core/routes'
import { NavLinks } from './nav-links'

const links = [
  { path: homePath, name: 'Home' },
  { path: subjectsPath, name: 'All subjects' },
  { path: studyPath, name: 'Study' },
  { path: aboutPath, name: 'About' },
]

export function SiteFooter({ siteName, tagline }: { siteName: string; tagline: string }) {
  return (
    <footer className="mt-16 border-line border-t text-md text-soft print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-1 px-4 py-5 sm:px-6">
        <p>
          <b className="font-semibold text-ink">{siteName}</b> {tagline}.
        </p>
        <NavLinks label="Footer" links={links} className="-mx-2.5" />
      </div>
    </footer>
  )
}
