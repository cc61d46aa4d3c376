// What users are looked for by, other than what they sign in with. In lower case as SQLite has it, which is of ASCII.
export const lookups = `
CREATE INDEX users_by_sub ON users (pool_id, lower(sub));
CREATE INDEX users_by_email ON users (pool_id, lower(attributes ->> '$.email'));
CREATE INDEX users_by_phone_number ON users (pool_id, lower(attributes ->> '$.phone_number'));
CREATE INDEX users_with_identities ON users (pool_id, username) WHERE attributes ->> '$.identities' IS NOT NULL;
`
