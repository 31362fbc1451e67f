/**
 * The columns of a QuestionSummary: `q` is the row in the list, `c` its canonical question, `s` the subject of `c`.
 */
export const summaryColumns =
  'c.id, c.subject, c.slug, c.title, c.title_html AS "titleHtml", c.description, c.date, c.ways, s.title AS "subjectTitle"'

export const toSummaryJoins = (schema: string) =>
  `JOIN ${schema}.question c ON c.id = q.canonical_id JOIN ${schema}.subject s ON s.slug = c.subject`
