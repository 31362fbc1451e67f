import { channel } from 'node:diagnostics_channel'

type Channel<Message> = {
  publish: (message: Message) => void
  subscribe: (hear: (message: Message) => void) => void
}

const open = <Message>(name: string) => channel(`quicktakes.${name}`) as unknown as Channel<Message>

/** What is told to whoever measures (lib/server/metrics.ts), and costs next to nothing where nobody does. */
export const measured = {
  /** Work in a queue was done: `ms` from its turn to its end. */
  done: open<{ queue: string; ms: number }>('done'),
  /** There was no place in a queue. */
  refused: open<{ queue: string }>('refused'),
  /** So many wait in a queue now. */
  waiting: open<{ queue: string; count: number }>('waiting'),
  /** A search was answered: `ms` is what its visitor was charged. */
  search: open<{ ms: number }>('search'),
  /** A search was refused, since its visitor or all together had nothing left. */
  searchRefused: open<{ whose: string }>('search-refused'),
}
