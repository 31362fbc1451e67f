import typography from '@tailwindcss/typography'
import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import { colors, subjectShades, toProperties } from './lib/core/design/tokens'

/** The plugin's colours for dark mode, which are not needed: the other variables change with the theme. */
const unused = Object.fromEntries(
  ['body', 'headings', 'lead', 'links', 'bold', 'counters', 'bullets', 'hr', 'quotes', 'quote-borders', 'captions']
    .concat('kbd', 'kbd-shadows', 'code', 'pre-code', 'pre-bg', 'th-borders', 'td-borders')
    .map((part) => [`--tw-prose-invert-${part}`, null as unknown as string]),
)

/** The visitor's choice of light or dark overrides the system's; paper is always white. */
const themes = plugin(({ addBase }) => {
  addBase({
    ':root': toProperties('light'),
    '@media (prefers-color-scheme: dark)': { ':root:not([data-theme="light"])': toProperties('dark') },
    ':root[data-theme="dark"]': toProperties('dark'),
    '@media print': { ':root:root:root': { ...toProperties('light'), '--paper': '#fff', '--card': '#fff' } },
  })
})

export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    // One scale for font sizes; line heights are set separately, by the names below or by the element.
    fontSize: {
      xs: '0.8125rem',
      sm: '0.875rem',
      md: '0.9375rem',
      base: '1rem',
      lg: '1.0625rem',
      xl: '1.125rem',
      '2xl': '1.25rem',
      '3xl': '1.375rem',
      '4xl': '1.875rem',
      title: ['clamp(1.75rem, 1.35rem + 1.9vw, 2.5rem)', { lineHeight: '1.18', letterSpacing: '-0.012em' }],
      welcome: ['clamp(2.125rem, 1.5rem + 3.2vw, 3.375rem)', { lineHeight: '1.1', letterSpacing: '-0.018em' }],
    },
    lineHeight: { tight: '1.3', snug: '1.4', normal: '1.5', relaxed: '1.6', loose: '1.7' },
    textUnderlineOffset: { tight: '0.2em', normal: '0.25em', wide: '0.3em' },
    extend: {
      colors: {
        ...Object.fromEntries(Object.keys(colors).map((name) => [name, `var(--${name})`])),
        // A subject's own colours, where `--hue` is set.
        ...Object.fromEntries(Object.keys(subjectShades).map((name) => [name, `oklch(var(--${name}) var(--hue))`])),
      },
      fontFamily: {
        text: ['var(--font-text)'],
        mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', 'Liberation Mono', 'monospace'],
      },
      fontWeight: { title: '650' },
      maxWidth: { reading: '41rem', page: '76rem' },
      borderRadius: { control: '0.625rem', box: '0.875rem', pill: '1.25rem' },
      typography: {
        DEFAULT: {
          css: {
            '--tw-prose-body': 'var(--ink)',
            '--tw-prose-headings': 'var(--ink)',
            '--tw-prose-lead': 'var(--soft)',
            '--tw-prose-links': 'var(--accent)',
            '--tw-prose-bold': 'var(--ink)',
            '--tw-prose-counters': 'var(--soft)',
            '--tw-prose-bullets': 'var(--soft)',
            '--tw-prose-hr': 'var(--line)',
            '--tw-prose-quotes': 'var(--ink)',
            '--tw-prose-quote-borders': 'var(--line)',
            '--tw-prose-captions': 'var(--soft)',
            '--tw-prose-code': 'var(--ink)',
            '--tw-prose-kbd': 'var(--ink)',
            '--tw-prose-kbd-shadows': 'var(--edge)',
            ...unused,
            '--tw-prose-th-borders': 'var(--soft)',
            '--tw-prose-td-borders': 'var(--line)',
            h2: { fontSize: '1.375em', fontWeight: '650', marginTop: '1.9em', marginBottom: '0.6em' },
            h3: { fontSize: '1.125em', fontWeight: '650', marginTop: '1.6em' },
            li: { marginTop: '0.4em', marginBottom: '0.4em' },
            a: { textUnderlineOffset: '0.2em', fontWeight: 'inherit' },
            blockquote: { fontStyle: 'normal', fontWeight: 'inherit' },
            'code::before': { content: 'none' },
            'code::after': { content: 'none' },
            'blockquote p:first-of-type::before': { content: 'none' },
            'blockquote p:last-of-type::after': { content: 'none' },
          },
        },
      },
    },
  },
  plugins: [typography, themes],
} satisfies Config
