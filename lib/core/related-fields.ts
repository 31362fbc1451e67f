/** The fields that name a question's related questions, in order. */
export const relatedFields = [
  'related_article1',
  'related_article2',
  'related_article3',
  'related_article4',
  'related_article5',
] as const
