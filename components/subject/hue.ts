/** The hue of a subject's colour in whole degrees, from its slug: the same on every page. */
export function toHue(slug: string): number {
  let hash = 0
  for (const char of slug) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 3600
  return Math.round(hash * 137.508) % 360
}
