import { endpoints } from '../oauth2/index.ts'
import { model } from '../protocol/model.ts'
import { UnusableRequestError } from './unusable-request.ts'

/** What a `status` can answer. */
export const faultStatuses = [400, 429, 500, 503] as const

/** What a fault can strike: the operations of the API, and the endpoints of OAuth 2.0 by their paths. */
export const strikable: readonly string[] = [
  ...Object.keys(model.operations),
  ...endpoints.map(({ path }) => path),
]

/** Something that goes wrong, and with which requests. */
export type Fault = {
  /** Strikes the requests for this operation, or at the endpoint with this path; without it, all of them. */
  readonly operation?: string
  /**
   * `before` (the default): the operation has not run yet. `after`: it has done its work, and what it answered is what
   * is delayed or lost.
   */
  readonly when?: 'before' | 'after'
  /** How often it strikes; without it, until it is removed. */
  readonly times?: number
} & (
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'status'; readonly status: (typeof faultStatuses)[number] }
  | { readonly kind: 'cut' }
)

interface Rule {
  readonly wants: string
  readonly allows: (value: unknown) => boolean
}

const oneOf = (...values: readonly unknown[]): Rule => ({
  wants: `one of ${values.join(', ')}`,
  allows: (value) => values.includes(value),
})

const longestDelay = 60_000

const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1

const optional: Readonly<Record<string, Rule>> = {
  operation: {
    wants: 'an operation of the API, such as InitiateAuth, or an endpoint, such as /oauth2/token',
    allows: (value) => strikable.includes(value as string),
  },
  when: oneOf('before', 'after'),
  times: { wants: 'a whole number from 1', allows: isCount },
}

const required: Readonly<Record<Fault['kind'], Readonly<Record<string, Rule>>>> = {
  delay: {
    milliseconds: {
      wants: `a whole number from 1 to ${longestDelay}`,
      allows: (value) => isCount(value) && Number(value) <= longestDelay,
    },
  },
  status: { status: oneOf(...faultStatuses) },
  cut: {},
}

const kind = oneOf(...Object.keys(required))

/**
 * Reads a JSON list of faults.
 *
 * @throws UnusableRequestError at the first thing that is wrong with it
 */
export function readFaults(text: string): readonly Fault[] {
  const list = parsed(text)
  if (!Array.isArray(list)) {
    throw new UnusableRequestError('The body must be a JSON list of faults, such as [{ "kind": "cut" }].')
  }
  for (const [index, fault] of list.entries()) check(fault ?? {}, `faults[${index}]`)
  return list
}

function check(fault: Record<string, unknown>, place: string): void {
  expectThat(kind, fault.kind, `${place}.kind`)
  const needed = required[fault.kind as Fault['kind']]
  const rules = new Map(Object.entries({ kind, ...needed, ...optional }))
  for (const name of new Set([...Object.keys(needed), ...Object.keys(fault)])) {
    const rule = rules.get(name)
    if (!rule) {
      const known = [...rules.keys()].join(', ')
      throw new UnusableRequestError(`${place}.${name} is unknown; a ${fault.kind} has ${known}.`)
    }
    expectThat(rule, fault[name], `${place}.${name}`)
  }
}

function expectThat({ wants, allows }: Rule, value: unknown, place: string): void {
  if (allows(value)) return
  const found = value === undefined ? 'missing' : JSON.stringify(value)
  throw new UnusableRequestError(`${place} is ${found}; it must be ${wants}.`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
