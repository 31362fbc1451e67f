import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { ElementTag } from './elements'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements
      extends Record<ElementTag, DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>> {}
  }
}
