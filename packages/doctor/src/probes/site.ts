import { policiesOf } from '../environment/build.ts'
import type { Patient } from '../patient.ts'
import type { Answer, Asker } from './ask.ts'

/** The page as it is served. */
export interface Site {
  readonly answer: Answer
  /** Its content security policies, of the header and of its `<meta>` elements. */
  readonly policies: readonly string[]
}

/** Fetches the page as a browser would. */
export async function site({ site: url }: Patient, { send }: Asker): Promise<Site | undefined> {
  if (url === undefined) return undefined
  const answer = await send(url, { redirect: 'follow' })
  if (answer.is === 'unreached') return { answer, policies: [] }
  // Several headers of one name arrive as one, with commas between the policies.
  const ofHeader = (answer.headers.get('content-security-policy') ?? '').split(',')
  const policies = [...ofHeader, ...policiesOf(answer.text)].map((policy) => policy.trim())
  return { answer, policies: policies.filter((policy) => policy !== '') }
}
