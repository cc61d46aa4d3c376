// Sign-ins that OAuth 2.0 grants, and who is signed in at the managed login pages.
export const oauth = `
-- The scopes of its access tokens, and the resource that they are for; both null where the API signed in.
ALTER TABLE sign_ins ADD COLUMN scope TEXT;
ALTER TABLE sign_ins ADD COLUMN resource TEXT;

CREATE TABLE login_sessions (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL,
  username TEXT NOT NULL,
  auth_time INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX login_sessions_of_user ON login_sessions (pool_id, username);
CREATE INDEX login_sessions_by_expiry ON login_sessions (expires_at);
`
