import type { ReactElement } from 'react'

/** Structured data as an object of schema.org: what stands in one `<script type="application/ld+json">`. */
export type StructuredData = { '@context': 'https://schema.org'; '@type': string; [property: string]: unknown }

/**
 * The data that a component of next-seo makes of its properties. Its own script would let `</script >` through, so it
 * is not rendered: see `serializeData`.
 */
export function buildData<Properties>(
  component: (properties: Properties) => ReactElement,
  properties: Properties,
): StructuredData {
  return (component(properties) as ReactElement<{ data: StructuredData }>).props.data
}
