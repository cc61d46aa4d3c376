// Devices that users have confirmed, and which device a sign-in belongs to.
export const devices = `
CREATE TABLE devices (
  pool_id TEXT NOT NULL,
  username TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT,
  salt TEXT NOT NULL,
  verifier TEXT NOT NULL,
  remembered INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  authenticated_at INTEGER NOT NULL,
  PRIMARY KEY (pool_id, username, key),
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

ALTER TABLE sign_ins ADD COLUMN device_key TEXT;
`
