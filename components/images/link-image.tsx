import { toHue } from '@/components/subject/hue'
import { fontFamily } from '@/lib/core/design/picture'
import { colors, toSubjectColor } from '@/lib/core/design/picture-colors'
import { toExcerpt } from '@/lib/core/excerpt'
import type { Image } from '@/lib/site/pictures/find-image'

/** Longer titles are truncated: more would not be legible at the size in which previews are shown. */
const maxLetters = 170

/** The picture that other sites show beside a link. Drawn by next/og, so no classes or variables, only flexbox. */
export function LinkImage({ image, siteName }: { image: Image; siteName: string }) {
  const { title, label, subject } = image
  const color = subject ? toSubjectColor(toHue(subject)) : colors.accent
  const shown = toExcerpt(title.normalize('NFC'), maxLetters)
  return (
    <div style={{ ...column, width: '100%', height: '100%', background: colors.paper, fontFamily, fontWeight: 600 }}>
      <div style={{ display: 'flex', height: 28, background: color }} />
      <div style={{ ...column, flexGrow: 1, padding: '56px 80px 52px', justifyContent: 'space-between' }}>
        <div style={column}>
          {label && <div style={{ display: 'flex', fontSize: 36, color, marginBottom: 22 }}>{label}</div>}
          <div style={{ display: 'flex', fontSize: toFontSize(shown), lineHeight: 1.18, color: colors.ink }}>
            {shown}
          </div>
        </div>
        <div style={{ display: 'flex', alignItems: 'center', fontSize: 34, color: colors.soft }}>
          <Logo />
          <div style={{ display: 'flex', marginLeft: 18 }}>{siteName}</div>
        </div>
      </div>
    </div>
  )
}

const column = { display: 'flex', flexDirection: 'column' } as const

const toFontSize = ({ length }: string) => (length <= 40 ? 88 : length <= 80 ? 74 : length <= 120 ? 62 : 54)

/** The site's logo; see components/layout/logo.tsx. */
function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="56" height="56" aria-hidden="true" fill="none" strokeLinecap="round">
      <path
        d="M15 4.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 1 1 0-21ZM10.5 12.5h9M10.5 17h5.5"
        stroke={colors.accent}
        strokeWidth="2.5"
      />
      <path d="m21 21 6.5 6.5" stroke={colors.lamp} strokeWidth="3.5" />
    </svg>
  )
}
