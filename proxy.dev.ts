import { type NextRequest, NextResponse } from 'next/server'
import { gonePath } from '@/lib/core/routes'
import { getLibrary } from '@/lib/library/current'

/** Does in development what lib/server does in production: old addresses redirect, and removed ones say so. */
export async function proxy(request: NextRequest) {
  const address = await getLibrary().findAddress(request.nextUrl.pathname)
  if (address.status === 'moved')
    return NextResponse.redirect(new URL(address.path + request.nextUrl.search, request.url), 308)
  if (address.status === 'removed') return NextResponse.rewrite(new URL(gonePath, request.url), { status: 410 })
  return NextResponse.next()
}

export const config = { matcher: '/((?!_next/|api/).*)' }
