import { aboutPath, homePath, subjectsPath } from '@/lib/routes'

export function SiteFooter({ siteName, tagline }: { siteName: string; tagline: string }) {
  return (
    <footer className="site-frame mt-16 border-t border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-6 text-sm text-soft sm:px-6">
        <p>
          {siteName}. {tagline}.
        </p>
        <nav aria-label="Footer" className="-mx-3 flex flex-wrap">
          {[
            [homePath, 'Home'],
            [subjectsPath, 'All subjects'],
            [aboutPath, 'About'],
          ].map(([path, name]) => (
            <a
              key={path}
              href={path as string}
              className="flex min-h-11 items-center px-3 underline-offset-4 hover:underline"
            >
              {name}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  )
}
