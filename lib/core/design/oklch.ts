/**
 * Converts a colour from lightness and chroma (`0.42 0.11`) and a hue in degrees to `#rrggbb`: what
 * `oklch(0.42 0.11 hue)` is in CSS. https://bottosson.github.io/posts/oklab/
 */
export function toHex(shade: string, hue: number): string {
  const [lightness = 0, chroma = 0] = shade.split(' ').map(Number)
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
  return `#${linear.map((light) => toByte(light).toString(16).padStart(2, '0')).join('')}`
}

function toByte(light: number): number {
  const clamped = Math.min(1, Math.max(0, light))
  const encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055
  return Math.round(255 * encoded)
}
