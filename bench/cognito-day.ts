/** How people use an app, and what its tokens are like. */
export interface Usage {
  /** Users who come at least once a month, whom Cognito bills. */
  readonly monthlyUsers: number
  /** The part of them who come on one day. */
  readonly dailyShare: number
  /** How often, and for how many minutes at a time. */
  readonly visitsPerDay: number
  readonly visitMinutes: number
  /** The part of the visits that begin by signing in, rather than with the session of the last one. */
  readonly signInShare: number
  /** Sign-ups in a month, as a part of the monthly users. */
  readonly monthlySignUps: number
  /** How long access and ID tokens are good for, in minutes. */
  readonly tokenMinutes: number
}

/** Cognito's quotas for these requests: per second, account and region, as they are before anybody asks for more. */
export const quotas = {
  /** InitiateAuth: one for each sign-in by SRP. */
  UserAuthentication: 120,
  /** RespondToAuthChallenge has three times that for itself. */
  RespondToAuthChallenge: 360,
  /** GetTokensFromRefreshToken. assumed: that it counts here; the token endpoint's refreshes count as UserAuthentication. */
  UserToken: 120,
  /** SignUp and ConfirmSignUp. */
  UserCreation: 50,
} as const

export type Category = keyof typeof quotas

/** What a day comes to. */
export interface Day {
  /** Requests per second in the busiest ten minutes. */
  readonly peak: Readonly<Record<Category, number>>
  /** Pages that are open at once in the busiest ten minutes. */
  readonly open: number
  /** Confirmation codes by e-mail. */
  readonly mails: number
  /** Pages that are opened, per second in the busiest ten minutes. */
  readonly visits: number
}

/** Of a hundred visits, how many begin in each hour: an app of one time zone, with a noon and an evening. */
const hours = [1, 1, 0, 0, 0, 1, 3, 5, 6, 5, 5, 5, 7, 6, 5, 4, 4, 5, 6, 8, 9, 8, 5, 1]
const minutesOfDay = 24 * 60
const minutesOfWindow = 10

/**
 * Follows people through a day, minute by minute: each comes, signs in or goes on with a session, and refreshes for as
 * long as the page is open. The same usage comes to the same numbers each time.
 *
 * @param people how many are followed; the others are like them
 */
export function simulateDay(usage: Usage, people = 20_000): Day {
  const windows = Array.from({ length: minutesOfDay / minutesOfWindow }, () => ({
    signIns: 0,
    refreshes: 0,
    openMinutes: 0,
    visits: 0,
  }))
  const note = (minute: number, what: keyof (typeof windows)[number], amount = 1) => {
    const window = windows[Math.floor((minute % minutesOfDay) / minutesOfWindow)]
    if (window) window[what] += amount
  }
  const random = randomNumbers(1)
  for (let person = 0; person < people; person += 1) {
    let goodUntil = 0
    for (const begin of visitsOf(usage, random)) {
      note(begin, 'visits')
      if (random() < usage.signInShare) {
        note(begin, 'signIns')
        goodUntil = begin + usage.tokenMinutes
      }
      const end = begin + usage.visitMinutes
      for (let minute = begin; minute < end; minute += 1) {
        note(minute, 'openMinutes')
        if (minute < goodUntil) continue
        note(minute, 'refreshes')
        goodUntil = minute + usage.tokenMinutes
      }
    }
  }
  const each = (usage.monthlyUsers * usage.dailyShare) / people
  const busiest = (what: keyof (typeof windows)[number]) =>
    Math.max(...windows.map((window) => window[what])) * each
  const perSecond = (what: keyof (typeof windows)[number]) => busiest(what) / (minutesOfWindow * 60)
  const signUps = (usage.monthlyUsers * usage.monthlySignUps) / 30
  const signUpsPerSecond = (signUps * (Math.max(...hours) / 100)) / 3600
  return {
    peak: {
      UserAuthentication: perSecond('signIns'),
      RespondToAuthChallenge: perSecond('signIns'),
      UserToken: perSecond('refreshes'),
      UserCreation: 2 * signUpsPerSecond,
    },
    open: busiest('openMinutes') / minutesOfWindow,
    mails: signUps,
    visits: perSecond('visits'),
  }
}

/** How many monthly users the quotas bear, by a day of such usage, and which of them is met first. */
export function bearable(
  usage: Usage,
  { peak }: Pick<Day, 'peak'>,
): { readonly users: number; readonly first: Category } {
  const categories = Object.keys(quotas) as Category[]
  const loadOf = (category: Category) => peak[category] / quotas[category]
  const first = categories.reduce((worst, category) => (loadOf(category) > loadOf(worst) ? category : worst))
  return { users: usage.monthlyUsers / loadOf(first), first }
}

/** When the visits of a person begin, in minutes of the day, in order. */
function visitsOf({ visitsPerDay }: Usage, random: () => number): number[] {
  const total = hours.reduce((sum, part) => sum + part, 0)
  return Array.from({ length: visitsPerDay }, () => {
    let left = random() * total
    const hour = hours.findIndex((part) => {
      left -= part
      return left < 0
    })
    return hour * 60 + Math.floor(random() * 60)
  }).sort((a, b) => a - b)
}

/** Numbers from 0 to 1 that are the same each time: mulberry32, a generator in the public domain. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
