import { operation } from './operation.ts'

/** Which user pool has a domain, and how. */
// observed: the description of a domain that nobody has is empty (moto, and public code that relies on it).
export const DescribeUserPoolDomain = operation('DescribeUserPoolDomain', ({ Domain }, { domains }) => ({
  DomainDescription: domains.findAnywhere(Domain) ?? {},
}))
