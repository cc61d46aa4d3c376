import { expect, test } from 'vitest'
import { Database } from '../database.ts'
import { UserTable } from '../users.ts'

test.each([
  ['users_by_sub', (users: UserTable) => users.listBy('sub', 'pool', 'x', '', 1)],
  ['users_by_email', (users: UserTable) => users.listBy('email', 'pool', 'x', '', 1)],
  ['users_by_phone_number', (users: UserTable) => users.listBy('phone_number', 'pool', 'x', '', 1)],
  ['users_with_identities', (users: UserTable) => users.usernameOfIdentity('pool', 'provider', 'id', 'sub')],
])('%s is what finds users, without looking at all of them, or sorting', (index, look) => {
  const database = new Database('memory')
  const plans: string[] = []
  const asked = database.all.bind(database)
  const explained = (sql: string, ...values: string[]) => {
    const rows = asked<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
    plans.push(...rows.map(({ detail }) => detail))
  }
  database.all = (sql, ...values) => {
    explained(sql, ...(values as string[]))
    return []
  }
  database.get = (sql, ...values) => {
    explained(sql, ...(values as string[]))
    return undefined
  }
  look(new UserTable(database))
  database.close()
  expect(plans.join('; ')).toContain(index)
  expect(plans.join('; ')).not.toContain('TEMP B-TREE')
})
