type SheetHeadingProps = { as: 'h2' | 'h3'; heading: string; headingHtml: string | undefined }

/** What a sheet asks: a heading with its formulas drawn, where it has some. */
export function SheetHeading({ as: Heading, heading, headingHtml }: SheetHeadingProps) {
  if (headingHtml === undefined) return <Heading>{heading}</Heading>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderTitle escapes all that authors write
  return <Heading dangerouslySetInnerHTML={{ __html: headingHtml }} />
}
