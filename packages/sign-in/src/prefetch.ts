import { fetchMessages } from './messages'
import { chosenLanguage } from './messages/chosen'
import { isSessionLikely } from './session/last-user'

/**
 * Fetches ahead of their use the texts in the language of whoever is here, and Amplify where somebody is probably
 * signed in: for a page that fetches the entrance itself late, so that all of it is fetched at once. Call it in the
 * browser only.
 *
 * @returns when the texts are there, without which the entrance has nothing to show; rejects where they cannot be fetched
 */
export async function prefetch(userPoolClientId: string): Promise<void> {
  // A failure here concerns nobody yet; what needs Amplify tries again and tells it.
  if (isSessionLikely(userPoolClientId)) import('./gateway').catch(() => undefined)
  await fetchMessages(chosenLanguage())
}
