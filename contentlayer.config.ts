import { defineDocumentType, defineNestedType, makeSource } from 'contentlayer2/source-files'

/** What goes into the `<head>` of a question page. */
const Seo = defineNestedType(() => ({
  name: 'Seo',
  fields: {
    title: { type: 'string', description: 'Section name shown by the old site; kept, but not displayed' },
    page_description: { type: 'string', description: 'One or two sentences for search results, 50 to 160 characters' },
    page_keywords: { type: 'string', description: 'Search terms, separated by commas' },
  },
}))

const RelatedArticle = defineNestedType(() => ({
  name: 'RelatedArticle',
  fields: {
    id: { type: 'number', description: 'The id of the related question' },
    title: { type: 'string', description: 'The title of the related question; the page shows its current title' },
    subject: { type: 'string', description: 'The display name of its subject' },
    url: { type: 'string', required: true, description: 'Its address: /learn/<subject>/questions/<slug>' },
  },
}))

const relatedArticle = {
  type: 'nested',
  of: RelatedArticle,
  description: 'A question to read next, in the order of the numbers',
} as const

/** One question with its answer: content/learn/<subject>/<slug>.md */
export const Question = defineDocumentType(() => ({
  name: 'Question',
  filePathPattern: 'learn/**/*.md',
  contentType: 'markdown',
  fields: {
    _schema: { type: 'string', description: 'Schema key of the content editor' },
    id: { type: 'number', description: 'Editorial number; not unique, the address is the identity' },
    date: { type: 'date', required: true, description: 'Day of publication, YYYY-MM-DD' },
    updated: { type: 'date', description: 'Day of the last real change, YYYY-MM-DD' },
    title: { type: 'string', required: true, description: 'Title of the page' },
    article_title: { type: 'string', description: 'Heading of the page, where it differs from the title' },
    question: { type: 'string', description: 'The question in full, where it differs from the title' },
    answer: { type: 'string', description: 'The answer in Markdown; where absent, the body of the file is the answer' },
    date_format: { type: 'string', description: 'How dates are shown, in day.js tokens; default: MMM DD, YYYY' },
    post_on_text: { type: 'string', description: 'Words before the date; default: Posted on' },
    seo: { type: 'nested', of: Seo, description: 'What search results show' },
    author: { type: 'string', description: 'A team or a person; default: QuickTakes' },
    recall: {
      type: 'list',
      of: { type: 'string' },
      description: 'What a good answer must name, one point each; default: derived from the answer',
    },
    reviewed_by: { type: 'string', description: 'Who checked the answer' },
    sources: { type: 'list', of: { type: 'string' }, description: 'Where the answer can be verified' },
    origin: {
      type: 'enum',
      options: ['human', 'ai-assisted', 'ai'],
      description: 'How the answer was written',
    },
    asked_by_student: {
      type: 'boolean',
      description: 'true: a student asked this very question; the page and its structured data say so',
    },
    subject: { type: 'string', description: 'Display name of the subject; the folder is the identity' },
    file_name: { type: 'string', description: 'Must equal the name of the file' },
    url: { type: 'string', description: 'Must equal the address: /learn/<subject>/questions/<slug>' },
    canonical: { type: 'string', description: 'Address of the canonical page of this question, if it is another one' },
    aliases: { type: 'list', of: { type: 'string' }, description: 'Old addresses that redirect here' },
    no_index: { type: 'boolean', description: 'true: served, but kept out of search engines and lists' },
    check_off: {
      type: 'list',
      of: { type: 'string' },
      description: 'Rules of npm run check that this file may break; docs/rules.md lists them',
    },
    score: { type: 'number', description: 'Editorial score; -1: not scored' },
    related_article1: relatedArticle,
    related_article2: relatedArticle,
    related_article3: relatedArticle,
    related_article4: relatedArticle,
    related_article5: relatedArticle,
  },
}))

/** The title and description of a subject: content/subjects/<subject>.yml */
export const Subject = defineDocumentType(() => ({
  name: 'Subject',
  filePathPattern: 'subjects/*.yml',
  contentType: 'data',
  fields: {
    title: { type: 'string', required: true, description: 'Display name' },
    description: { type: 'string', description: 'One or two sentences on what readers find there' },
    order: { type: 'number', description: 'Position among the subjects on the home page, smallest first' },
  },
}))

export default makeSource({ contentDirPath: 'content', documentTypes: [Question, Subject] })
