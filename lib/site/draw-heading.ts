import 'server-only'

/** A heading as HTML, with its code, emphasis and formulas. Few have any, so the renderer is loaded on first use. */
export async function drawHeading(title: string) {
  const { renderTitle } = await import('@/lib/answer/draw-title')
  return renderTitle(title)
}
