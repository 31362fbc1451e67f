import { loadElements } from './elements'

loadElements()
