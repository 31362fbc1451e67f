import { loadElements } from './elements'

loadElements()

// What is copied was selected before.
addEventListener('selectstart', () => import('@/components/question/copy-formulas'), { once: true })

// Not every browser opens what a link leads into.
const open = () => document.querySelector(':target')?.closest('details')?.setAttribute('open', '')
open()
addEventListener('hashchange', open)
