/** The fields of a question that name its related questions, in their order. */
export const relatedFields = [
  'related_article1',
  'related_article2',
  'related_article3',
  'related_article4',
  'related_article5',
] as const
