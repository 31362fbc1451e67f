import { channel } from 'node:diagnostics_channel'

type Channel<Message> = {
  publish: (message: Message) => void
  subscribe: (listener: (message: Message) => void) => void
}

const open = <Message>(name: string) => channel(`quicktakes.${name}`) as unknown as Channel<Message>

/** Events for metrics (lib/server/metrics.ts); without a subscriber they cost next to nothing. */
export const metricEvents = {
  /** A job of a queue finished: `ms` is the time from its start to its end. */
  done: open<{ queue: string; ms: number }>('done'),
  /** A queue was full. */
  refused: open<{ queue: string }>('refused'),
  /** How many jobs wait in a queue now. */
  waiting: open<{ queue: string; count: number }>('waiting'),
  /** A search was answered: `ms` is what its visitor was charged. */
  search: open<{ ms: number }>('search'),
  /** A search was refused because its visitor, or all visitors together, had used up their budget. */
  searchRefused: open<{ whose: string }>('search-refused'),
}
