import { aboutPath, homePath, subjectsPath } from '@/lib/core/routes'

const links = [
  { path: homePath, name: 'Home' },
  { path: subjectsPath, name: 'All subjects' },
  { path: aboutPath, name: 'About' },
]

export function SiteFooter({ siteName, tagline }: { siteName: string; tagline: string }) {
  return (
    <footer className="site-frame site-footer">
      <div>
        <p>
          <b>{siteName}</b> {tagline}.
        </p>
        <nav aria-label="Footer">
          {links.map(({ path, name }) => (
            <a key={path} href={path}>
              {name}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  )
}
