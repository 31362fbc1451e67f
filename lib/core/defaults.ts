/** Defaults for fields that a question's file does not have. */
export const defaultAuthor = 'QuickTakes'
export const defaultDateFormat = 'MMM DD, YYYY'
export const defaultPostOnText = 'Posted on'
