import { resourceNotFound } from '../protocol/exceptions.ts'
import type { LimitDefinitionType, LimitType } from '../protocol/types.generated.ts'
import { ProvisionedLimitTable } from '../storage/provisioned-limits.ts'
import type { World } from './world.ts'

// documented: the categories of operations, and how many requests per second each has by default (developer guide, limits).
const free: Readonly<Record<string, number>> = {
  UserAuthentication: 120,
  UserCreation: 50,
  UserFederation: 25,
  UserAccountRecovery: 30,
  UserRead: 120,
  UserUpdate: 25,
  UserToken: 120,
  UserResourceRead: 50,
  UserResourceUpdate: 25,
  UserList: 30,
  UserPoolRead: 15,
  UserPoolUpdate: 15,
  UserPoolResourceRead: 20,
  UserPoolResourceUpdate: 15,
  UserPoolClientRead: 15,
  UserPoolClientUpdate: 15,
  ClientAuthentication: 150,
  LimitManagement: 1,
}

/** How many requests per second an account may make: kept, not enforced. */
export class ProvisionedLimits {
  readonly #table: ProvisionedLimitTable

  constructor({ database }: World) {
    this.#table = new ProvisionedLimitTable(database)
  }

  /** @throws ResourceNotFoundException for a category that Cognito does not have */
  get(definition: LimitDefinitionType): LimitType {
    const category = categoryOf(definition)
    const FreeLimitValue = Object.hasOwn(free, category) ? free[category] : undefined
    // assumed: the words, and which exception.
    if (FreeLimitValue === undefined) throw resourceNotFound(`Limit ${category} does not exist.`)
    return {
      LimitDefinition: definition,
      ProvisionedLimitValue: this.#table.get(category) ?? FreeLimitValue,
      FreeLimitValue,
    }
  }

  set(definition: LimitDefinitionType, value: number): LimitType {
    this.#table.put(categoryOf(definition), value)
    return this.get(definition)
  }
}

const categoryOf = ({ Attributes }: LimitDefinitionType) => Attributes.Category ?? ''
