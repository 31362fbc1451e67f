/** The file that lists removed addresses, below the content folder. */
export const goneFile = 'gone.yml'
