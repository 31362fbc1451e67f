import { loadElements } from './elements'

loadElements()

// Copying starts with a selection.
addEventListener('selectstart', () => import('@/components/question/copy-formulas'), { once: true })

// Not every browser opens the `<details>` that contains a link's target.
const open = () => document.querySelector(':target')?.closest('details')?.setAttribute('open', '')
open()
addEventListener('hashchange', open)
