import { type NextRequest, NextResponse } from 'next/server'
import { gonePath } from '@/lib/core/routes'
import { getLibrary } from '@/lib/library/queries'

/** In development what lib/server/destination.ts does in production: old addresses lead on, and gone ones say so. */
export function proxy(request: NextRequest) {
  const moved = getLibrary().findMoved(request.nextUrl.pathname)
  if (moved?.status === 308)
    return NextResponse.redirect(new URL(moved.path + request.nextUrl.search, request.url), 308)
  if (moved) return NextResponse.rewrite(new URL(gonePath, request.url), { status: 410 })
  return NextResponse.next()
}

export const config = { matcher: '/((?!_next/|api/).*)' }
