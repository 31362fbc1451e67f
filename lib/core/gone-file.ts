/** The file that lists removed addresses, relative to the content folder. */
export const goneFile = 'gone.yml'
