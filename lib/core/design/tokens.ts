/** A colour in the light and in the dark theme. */
type Shades = { light: string; dark: string }

/** The background of text. */
export const paper = { light: '#faf6ee', dark: '#191713' } satisfies Shades

/** The colours of the site. tailwind.config.ts turns them into CSS variables; code outside CSS imports them. */
export const colors = {
  paper,
  /** The background of boxes, programs and fields. */
  card: { light: '#fffdf8', dark: '#221f1a' },
  line: { light: '#e2d9c8', dark: '#3b362d' },
  /** The edge of a control: 3:1 against paper and card. */
  edge: { light: '#8f8571', dark: '#7d7463' },
  ink: { light: '#27231c', dark: '#e8e0d1' },
  soft: { light: '#645c4e', dark: '#afa592' },
  accent: { light: '#0b5d56', dark: '#86d1c4' },
  /** The reading lamp: progress, the tail of the logo. Never the colour of text. */
  lamp: { light: '#c97a1a', dark: '#e9b35c' },
  /** Behind code within a line, and selected text. */
  mark: { light: '#f3e6c3', dark: '#463b1f' },
} satisfies Record<string, Shades>

/** Lightness and chroma of subject colours, for text and the backgrounds behind it; each subject has its own hue. */
export const subjectShades = {
  'subject-text': { light: '0.42 0.11', dark: '0.82 0.09' },
  'subject-tint': { light: '0.948 0.021', dark: '0.28 0.035' },
  'subject-line': { light: '0.87 0.04', dark: '0.38 0.05' },
} satisfies Record<string, Shades>

/** All tokens of a theme as CSS custom properties. */
export const toProperties = (theme: keyof Shades): Record<string, string> => ({
  'color-scheme': theme,
  ...Object.fromEntries(
    Object.entries({ ...colors, ...subjectShades }).map(([name, shades]) => [`--${name}`, shades[theme]]),
  ),
})
