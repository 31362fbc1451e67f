/** A schema.org object: the content of one `<script type="application/ld+json">`. */
export type StructuredData = { '@context': 'https://schema.org'; '@type': string; [property: string]: unknown }

/**
 * Serialises structured data for a script element. Without any `<`, nothing in it can end the element or start a comment
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements); without the two
 * Unicode line separators it is also valid JavaScript.
 */
export const serializeData = (data: StructuredData): string =>
  JSON.stringify(data).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
