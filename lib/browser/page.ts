import { makeCopyButtonsWork } from './copy-buttons'
import { showFoundWords } from './found-words'
import { followReading } from './reading-position'
import { makeSearchFieldsAnswer } from './search-fields'
import { makeThemeChoiceWork } from './theme-choice'

// All that runs in a visitor's browser. Each part looks for what it serves, and does nothing where that is not.
makeThemeChoiceWork()
makeSearchFieldsAnswer()
makeCopyButtonsWork()
followReading()
showFoundWords()
