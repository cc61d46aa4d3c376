// The public halves of users' passkeys. The order in which they came is the order in which they are listed.
export const passkeys = `
CREATE TABLE passkeys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pool_id TEXT NOT NULL,
  username TEXT NOT NULL,
  credential_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  relying_party_id TEXT NOT NULL,
  name TEXT NOT NULL,
  attachment TEXT,
  transports TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX passkeys_by_credential ON passkeys (pool_id, credential_id);
CREATE INDEX passkeys_of_user ON passkeys (pool_id, username, id);
`
