/** The columns of a QuestionSummary: `q` is the row in the list, `o` its owner, `s` the owner's subject. */
export const summaryColumns = 'o.id, o.subject, o.slug, o.title, o.description, o.date, s.title AS subjectTitle'
export const summaryJoins = 'JOIN question o ON o.id = q.owner_id JOIN subject s ON s.slug = o.subject'
