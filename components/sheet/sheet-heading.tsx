/** What a sheet asks: a heading with its formulas drawn, where it has some. */
export function SheetHeading({ heading, headingHtml }: { heading: string; headingHtml: string | undefined }) {
  if (headingHtml === undefined) return <h3>{heading}</h3>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderTitle escapes all that authors write
  return <h3 dangerouslySetInnerHTML={{ __html: headingHtml }} />
}
