import 'server-only'
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import { site } from '@/lib/core/site'
import type { Image } from './find-image'

/** Incremented whenever pictures look different, so that caches fetch the new ones. */
const design = 1

/** The cache key of a picture: a hash of everything that it shows. */
export const toImageKey = (image: Image): string =>
  createHash('sha256')
    .update(JSON.stringify([design, site.name, image]))
    .digest('base64url')
    .slice(0, 22)

/** Memory for drawn pictures, in bytes: enough for about two hundred. */
const maxBytes = 8 * 1024 * 1024

/**
 * Drawing competes with pages for the processor, so pictures are drawn one at a time, with a pause after each of `restAfter`
 * times its drawing time, and the queue is bounded.
 */
const restAfter = 3
const maxWaiting = 32

/** The most recently drawn pictures, by their cache keys. */
export class ImageStore {
  private readonly images = new LRUCache<string, Buffer>({ maxSize: maxBytes, sizeCalculation: (png) => png.length })
  private readonly drawing = new Map<string, Promise<Buffer>>()
  private readonly limit = pLimit(1)

  /** A picture, drawn unless it is cached; undefined if too many are queued. */
  async get(key: string, draw: () => Promise<Buffer>): Promise<Buffer | undefined> {
    const cached = this.images.get(key) ?? this.drawing.get(key)
    if (cached) return cached
    if (this.limit.pendingCount >= maxWaiting) return undefined
    const drawn = new Promise<Buffer>((resolve, reject) => {
      this.limit(async () => {
        const started = performance.now()
        await draw().then(resolve, reject)
        await sleep(restAfter * (performance.now() - started))
      })
    }).finally(() => this.drawing.delete(key))
    this.drawing.set(key, drawn)
    const png = await drawn
    this.images.set(key, png)
    return png
  }
}
