import json from './model.json' with { type: 'json' }

/** A shape of the API: what a member may be. Numbers of `min` and `max` are lengths for strings, lists and maps. */
export type Shape =
  | {
      readonly type: 'structure'
      readonly members: Readonly<Record<string, string>>
      readonly required?: readonly string[]
      readonly sensitive?: boolean
      /** Any JSON at all, which the model does not look into. */
      readonly document?: boolean
    }
  | {
      readonly type: 'string'
      readonly min?: number
      readonly max?: number
      readonly pattern?: string
      readonly enum?: readonly string[]
      readonly sensitive?: boolean
    }
  | { readonly type: 'integer' | 'long'; readonly min?: number; readonly max?: number }
  | { readonly type: 'boolean' | 'timestamp' }
  | { readonly type: 'blob'; readonly min?: number; readonly max?: number }
  | { readonly type: 'list'; readonly member: string; readonly min?: number; readonly max?: number }
  | {
      readonly type: 'map'
      readonly key: string
      readonly value: string
      readonly min?: number
      readonly max?: number
      readonly sensitive?: boolean
    }

/** AWS's machine-readable model of the API (`model.json`; see NOTICE). */
export interface Model {
  /** What stands before the dot in `X-Amz-Target`. */
  readonly service: string
  readonly operations: Readonly<
    Record<
      string,
      {
        /** `iam`: signed with AWS credentials; `accessToken`: carries one; `public`: neither. */
        readonly access: 'iam' | 'accessToken' | 'public'
        readonly input: string
        readonly output?: string
        /** The exceptions that the operation may throw. */
        readonly errors: readonly string[]
      }
    >
  >
  readonly shapes: Readonly<Record<string, Shape>>
  readonly errors: Readonly<Record<string, { readonly status: number }>>
}

export const model = json as Model

/**
 * Where the service takes what its own model would refuse.
 */
// documented: a domain of one's own is given in full, with its dots (CreateUserPoolDomain).
const corrected: Readonly<Record<string, Shape>> = {
  DomainType: { type: 'string', min: 1, max: 63, pattern: '^[a-z0-9](?:[a-z0-9\\-.]{0,61}[a-z0-9])?$' },
}

/** The shape of that name; the model is closed, so a name that is not in it is a bug. */
export function shapeOf(name: string): Shape {
  const shape = corrected[name] ?? model.shapes[name]
  if (!shape) throw new Error(`The model has no shape ${name}.`)
  return shape
}
