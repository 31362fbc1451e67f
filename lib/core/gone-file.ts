/** The file of addresses that are gone, below the content folder. */
export const goneFile = 'gone.yml'
