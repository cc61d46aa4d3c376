import { fetchMessages } from './messages'
import { chosenLanguage } from './messages/chosen'
import { isSessionLikely } from './session/last-user'

/**
 * Fetches ahead of their use the texts in the language of whoever is here, and Amplify where somebody is probably
 * signed in: for a page that fetches the entrance itself late, so that all of it is fetched at once. Call it in the
 * browser only.
 */
export function prefetch(userPoolClientId: string): void {
  const wanted: Promise<unknown>[] = [fetchMessages(chosenLanguage())]
  if (isSessionLikely(userPoolClientId)) wanted.push(import('./gateway'))
  // A failure here concerns nobody yet; what needs the file tries again and tells it.
  for (const file of wanted) file.catch(() => undefined)
}
