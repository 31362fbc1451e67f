/** What a question shows where its file is silent. */
export const defaultAuthor = 'QuickTakes'
export const defaultDateFormat = 'MMM DD, YYYY'
export const defaultPostOnText = 'Posted on'
