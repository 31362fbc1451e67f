/** The engine that a library is read from, and its state, for operators. */
export type Engine = { engine: 'sqlite' } | PostgresEngine

export type PostgresEngine = {
  engine: 'postgres'
  /** The host that answered, with its port. */
  host: string
  /** On a standby: the age in seconds of the last transaction replayed. It also grows while the primary is idle. */
  replayedSecondsAgo: number | undefined
  /** Connections of the serving thread, and how many of its reads wait for one. */
  connections: { total: number; idle: number; waiting: number }
  /** The last publication that changed something: when, in ms since 1970, and how many rows. */
  published: { at: number; rows: number }
}
