import type { ReactElement } from 'react'
import type { StructuredData } from '@/lib/core/structured-data'

/**
 * The data that a next-seo component builds from its properties. Its own script does not escape `</script >`, so it is not
 * rendered: see `serializeData`.
 */
export function buildData<Properties>(
  component: (properties: Properties) => ReactElement,
  properties: Properties,
): StructuredData {
  return (component(properties) as ReactElement<{ data: StructuredData }>).props.data
}
