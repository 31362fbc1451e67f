/** What stands wherever an author has still to write; `npm run check` finds it until it is replaced. */
export const placeholderMark = 'TODO:'
