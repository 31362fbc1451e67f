/** The word by which the full-text index knows a subject's questions: no text has it, and it has no other forms. */
export const toSubjectToken = (slug: string) => `0${slug.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '0')}0`
