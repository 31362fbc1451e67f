import { Gauge, type Registry } from 'prom-client'

/** Adds a gauge whose value is read at each scrape: NaN if it is unknown. */
export function addGauge(
  registry: Registry,
  name: string,
  help: string,
  read: () => number | undefined | Promise<number | undefined>,
) {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set((await read()) ?? Number.NaN)
    },
  })
}
