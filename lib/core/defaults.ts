/** Defaults for fields missing from a question's file. */
export const defaultAuthor = 'QuickTakes'
export const defaultDateFormat = 'MMM DD, YYYY'
export const defaultPostOnText = 'Posted on'
