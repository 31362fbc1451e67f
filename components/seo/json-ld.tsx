import { type StructuredData, serializeData } from '@/lib/core/structured-data'

/** What the page is, for search engines: one script for each object, none of which runs. */
export function JsonLd({ data }: { data: StructuredData[] }) {
  return data.map((object) => (
    <script
      key={object['@type']}
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: serializeData leaves nothing that could end the script
      dangerouslySetInnerHTML={{ __html: serializeData(object) }}
    />
  ))
}
