import type { User } from '../domain/users.ts'

/** What a person is called on a page: what they know themselves by. */
export const nameOf = ({ username, attributes }: User) =>
  attributes.email ?? attributes.phone_number ?? attributes.preferred_username ?? username
