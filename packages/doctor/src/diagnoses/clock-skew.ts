import { diagnosis } from '../diagnosis.ts'
import type { Patient } from '../patient.ts'
import type { Answer } from '../probes/ask.ts'
import type { Found } from '../probes/index.ts'
import { issuedAt } from '../probes/sign-in.ts'

// assumed: what AWS allows for signed requests is what a proof of a password may be off by.
const tolerance = 5 * 60_000

function skews(_patient: Patient, { keys, discovery, signIn }: Found): number[] {
  const ofAnswer = (answer: Answer | undefined) =>
    answer?.is === 'answered' && answer.headers.has('date')
      ? // What a cache has kept is older by its age.
        [
          answer.at -
            Date.parse(answer.headers.get('date') ?? '') -
            Number(answer.headers.get('age') ?? 0) * 1000,
        ]
      : []
  const issued = signIn?.is === 'signed-in' ? issuedAt(signIn.tokens.access) : undefined
  const ofToken = signIn?.is === 'signed-in' && issued !== undefined ? [signIn.at - issued] : []
  return [...ofToken, ...ofAnswer(keys), ...ofAnswer(discovery)]
}

/** This machine's clock is wrong: proofs are refused, and tokens are held for expired or not valid yet. */
export const CLOCK_SKEW = diagnosis({
  code: 'CLOCK_SKEW',
  severity: 'error',
  find: (patient, found) => {
    const skew = skews(patient, found).find((milliseconds) => Math.abs(milliseconds) > tolerance)
    if (skew === undefined) return []
    return [{ minutes: String(Math.round(Math.abs(skew) / 60_000)), direction: skew > 0 ? 'fast' : 'slow' }]
  },
  example: { minutes: '12', direction: 'fast' },
  command: () =>
    'sudo timedatectl set-ntp true   # Windows: w32tm /resync   macOS: sudo sntp -sS time.apple.com',
  en: ({ minutes, direction }) => ({
    cause: `The clock of this machine is ${minutes} minutes ${direction}. The proof of a password carries the time, and tokens are held for expired or not valid yet.`,
    cure: 'Let the system set its clock by the network. The clocks of the people who sign in, and of the API’s server, matter in the same way.',
  }),
  ja: ({ minutes, direction }) => ({
    cause: `このマシンの時計が ${minutes} 分${direction === 'fast' ? '進んで' : '遅れて'}います。パスワードの証明には時刻が含まれ、トークンも期限切れや「まだ有効でない」と扱われます。`,
    cure: '時刻をネットワークに合わせる設定にしてください。ログインする人の端末や、API のサーバーの時計も同じです。',
  }),
})
