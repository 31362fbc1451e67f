import { toHex } from './oklch'
import { colors as shades, subjectShades } from './tokens'

const { paper, ink, soft, accent, lamp } = shades

/** The colours of the light theme: pictures support neither CSS variables nor oklch(). */
export const colors = {
  paper: paper.light,
  ink: ink.light,
  soft: soft.light,
  accent: accent.light,
  lamp: lamp.light,
}

/** A subject's colour in the light theme, as `#rrggbb`; the hue is in degrees. */
export const toSubjectColor = (hue: number) => toHex(subjectShades['subject-text'].light, hue)
