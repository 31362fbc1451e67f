/** Which engine a library is read from, and how that is: what who runs the site wants to know. */
export type Engine = { engine: 'sqlite' } | PostgresEngine

export type PostgresEngine = {
  engine: 'postgres'
  /** The host that answered, with its port. */
  host: string
  /** On a standby: how many seconds ago the last transaction that it has was committed. Idle primaries commit none. */
  replayedSecondsAgo: number | undefined
  /** Connections of the thread that serves, and how many of its reads wait for one. */
  connections: { total: number; idle: number; waiting: number }
  /** The last publication that changed something: when, in ms since 1970, and how many rows. */
  published: { at: number; rows: number }
}
