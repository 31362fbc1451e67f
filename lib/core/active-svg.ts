/**
 * Active content, which no picture needs: scripts, event handlers, embedded pages, entities, and references to other
 * sites.
 */
const active =
  /<script|<foreignObject|<iframe|<!ENTITY|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\//i

/** The first part of an SVG that would run or load something, if any. */
export const findActivePart = (svg: string): string | undefined => active.exec(svg)?.[0].trim()
