import typography from '@tailwindcss/typography'
import type { Config } from 'tailwindcss'

/** The values of the colours, in light and dark, stand in app/globals.css. */
export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    extend: {
      colors: {
        paper: 'var(--paper)',
        card: 'var(--card)',
        line: 'var(--line)',
        ink: 'var(--ink)',
        soft: 'var(--soft)',
        accent: 'var(--accent)',
      },
      fontFamily: {
        serif: ['Charter', 'Bitstream Charter', 'Sitka Text', 'Cambria', 'Georgia', 'serif'],
        sans: ['system-ui', 'Segoe UI', 'Roboto', 'Helvetica Neue', 'Noto Sans', 'sans-serif'],
        mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'Liberation Mono', 'monospace'],
      },
      maxWidth: { page: '74rem', reading: '42rem' },
    },
  },
  plugins: [typography],
} satisfies Config
