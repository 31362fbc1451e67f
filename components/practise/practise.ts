/**
 * All the code that practice loads when it starts, in one chunk: it shares so much that four chunks would weigh a third more
 * (tests/e2e/weight.test.ts), and grading a question needs all of it.
 */
import './study-list.element'

export { beginRound } from './begin-round'
export { moveHere } from './moves'
export { saveAll, saveThis } from './save'
export { showTest } from './test-session'
