import localFont from 'next/font/local'

/**
 * Literata, designed for long reading on screens, for everything but code. If it does not arrive in time, that page keeps the
 * system's serif: text is never invisible and never shifts. How the file was made:
 * docs/decisions/0011-one-typeface-that-may-come-late.md
 */
export const literata = localFont({
  src: './literata.woff2',
  weight: '400 700',
  display: 'optional',
  variable: '--font-text',
  adjustFontFallback: 'Times New Roman',
  fallback: ['Charter', 'Bitstream Charter', 'Sitka Text', 'Cambria', 'Noto Serif', 'Georgia', 'serif'],
})
