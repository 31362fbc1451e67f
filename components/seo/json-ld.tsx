import { type StructuredData, serializeData } from '@/lib/core/structured-data'

/** Structured data for search engines: a data script, which does not run, for each object. */
export function JsonLd({ data }: { data: StructuredData[] }) {
  return data.map((object) => (
    <script
      key={object['@type']}
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: serializeData escapes what could end the script
      dangerouslySetInnerHTML={{ __html: serializeData(object) }}
    />
  ))
}
