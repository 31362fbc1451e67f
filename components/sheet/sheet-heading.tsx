type SheetHeadingProps = { as: 'h2' | 'h3'; heading: string; headingHtml: string | undefined }

/** A question of a sheet: its heading, with any formulas drawn. */
export function SheetHeading({ as: Heading, heading, headingHtml }: SheetHeadingProps) {
  if (headingHtml === undefined) return <Heading>{heading}</Heading>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderTitle escapes everything that authors write
  return <Heading dangerouslySetInnerHTML={{ __html: headingHtml }} />
}
