import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toHex } from '@/lib/core/design/oklch'
import { colors, subjectShades } from '@/lib/core/design/tokens'

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio of two colours as `#rrggbb`. */
function toContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [toLuminance(one), toLuminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function toLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

for (const theme of ['light', 'dark'] as const) {
  const shade = (name: keyof typeof colors) => colors[name][theme]
  const grounds = [shade('paper'), shade('card')]

  test(`${theme}: text has a contrast of at least 4.5, controls of at least 3`, () => {
    for (const ground of grounds) {
      for (const name of ['ink', 'soft', 'accent'] as const) assert.ok(toContrast(shade(name), ground) >= 4.5, name)
      for (const name of ['edge', 'lamp'] as const) assert.ok(toContrast(shade(name), ground) >= 3, name)
    }
    assert.ok(toContrast(shade('ink'), shade('mark')) >= 4.5)
    assert.ok(toContrast(shade('paper'), shade('accent')) >= 4.5)
  })

  test(`${theme}: the name of a subject is readable in every hue`, () => {
    for (let hue = 0; hue < 360; hue += 1) {
      const text = toHex(subjectShades['subject-text'][theme], hue)
      const tint = toHex(subjectShades['subject-tint'][theme], hue)
      for (const ground of [...grounds, tint]) assert.ok(toContrast(text, ground) >= 4.5, `${hue}° on ${ground}`)
      assert.ok(toContrast(shade('ink'), tint) >= 4.5 && toContrast(shade('soft'), tint) >= 4.5, `text on ${hue}°`)
    }
  })
}
