import { isNotice, type Notice } from '../machine'
import { leavePage } from './browser'
import { rememberedNotice } from './storage'

/** Leaves for a page that sends whoever has signed out back here; resolves where they are here without having been there. */
export async function leaveSaying(notice: Notice, address: string): Promise<void> {
  rememberedNotice.write(notice)
  await leavePage(address)
  rememberedNotice.write(undefined)
}

/** What is to be said to somebody who is back; once. */
export function leftSaying(): { readonly notice?: Notice } {
  const notice = rememberedNotice.read()
  rememberedNotice.write(undefined)
  return isNotice(notice) ? { notice } : {}
}
