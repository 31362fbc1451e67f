/** The word that marks a subject's questions in the full-text index: it occurs in no text and has no other forms. */
export const toSubjectToken = (slug: string) => `0${slug.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '0')}0`
