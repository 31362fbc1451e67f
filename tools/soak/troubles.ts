import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/tools/corpus/random'
import { compileAll, startCompile } from './compiles'
import { breaks, type SoakLibrary } from './soak-library'
import type { SoakedSite } from './soaked-site'

/** What trouble is made with. */
export type Soaked = { library: SoakLibrary; site: SoakedSite; random: Random }

/** Something that happens to servers. Throws a sentence where the site does not come through it as promised. */
export type Trouble = { name: string; make: (soaked: Soaked) => Promise<void> }

/** Files that one edit changes. */
const someFiles = 20

/** How long a compile runs before it is killed, in ms at most: it reads, or writes, or is just done. */
const longestCompile = 1_500

/** An edit, compiled, is shown: the end of every trouble. */
async function publishEdit({ library, site }: Soaked) {
  const edit = library.edit(someFiles)
  await compileAll(library)
  await site.waitUntilShown(edit)
}

const killedCompile: Trouble = {
  name: 'a compile killed midway',
  async make(soaked) {
    soaked.library.edit(someFiles)
    const { child, ended } = startCompile(soaked.library)
    await Promise.race([ended, sleep(soaked.random.below(longestCompile))])
    child.kill('SIGKILL')
    await ended
    await publishEdit(soaked)
  },
}

const fullDisk: Trouble = {
  name: 'a full disk',
  async make(soaked) {
    const { library, site } = soaked
    const before = library.edit(someFiles)
    await compileAll(library)
    library.edit(someFiles)
    const { code, said } = await startCompile(library, 'full').ended
    if (code !== 2 || !said.includes('Free some disk space.')) {
      throw new Error(`A compile on a full disk ended with status ${code}: ${said}`)
    }
    await site.waitUntilShown(before)
    await publishEdit(soaked)
  },
}

const olderStore: Trouble = {
  name: 'an older store in its place',
  async make(soaked) {
    const { library, site } = soaked
    const kept = library.edit(someFiles)
    await compileAll(library)
    library.keepStore()
    await publishEdit(soaked)
    library.putBack()
    await site.waitUntilShown(kept)
    await publishEdit(soaked)
  },
}

const brokenStores = Object.entries(breaks).map(
  ([name, breakStore]): Trouble => ({
    name: `a store in its place that is ${name}`,
    async make(soaked) {
      soaked.library.keepStore()
      soaked.library.putBack(breakStore)
      // The server goes on with what it has open; it looks every half second.
      await sleep(1_000)
      await publishEdit(soaked)
    },
  }),
)

const killedServer: Trouble = {
  name: 'the server killed',
  async make(soaked) {
    await soaked.site.killServer()
    await publishEdit(soaked)
  },
}

const killedOnBrokenStore: Trouble = {
  name: 'the server killed beside a store that is truncated',
  async make(soaked) {
    soaked.library.keepStore()
    soaked.library.putBack(breaks.truncated)
    await soaked.site.killServer()
    await publishEdit(soaked)
  },
}

/** All kinds; the two that kill the server one after the other, so that it runs long enough before the next round. */
export const troubles: readonly Trouble[] = [
  { name: 'an edit', make: publishEdit },
  killedCompile,
  fullDisk,
  olderStore,
  ...brokenStores,
  killedServer,
  killedOnBrokenStore,
]
