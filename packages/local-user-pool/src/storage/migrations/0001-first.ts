// Times are milliseconds since 1970. Documents are JSON as the API spells them.
export const first = `
CREATE TABLE keys (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE user_pools (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL
) STRICT;

CREATE TABLE user_pool_clients (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX clients_of_pool ON user_pool_clients (pool_id, id);

CREATE TABLE users (
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  username TEXT NOT NULL,
  sub TEXT NOT NULL,
  status TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  salt TEXT,
  verifier TEXT,
  password_expires_at INTEGER,
  attributes TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  PRIMARY KEY (pool_id, username)
) STRICT, WITHOUT ROWID;

-- Every text that names a user at sign-in: the username and the aliases, folded where the pool ignores case.
CREATE TABLE logins (
  pool_id TEXT NOT NULL,
  login TEXT NOT NULL,
  username TEXT NOT NULL,
  PRIMARY KEY (pool_id, login),
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX logins_of_user ON logins (pool_id, username);

CREATE TABLE user_pool_groups (
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (pool_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_members (
  pool_id TEXT NOT NULL,
  group_name TEXT NOT NULL,
  username TEXT NOT NULL,
  PRIMARY KEY (pool_id, group_name, username),
  FOREIGN KEY (pool_id, group_name) REFERENCES user_pool_groups (pool_id, name) ON DELETE CASCADE,
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX groups_of_user ON group_members (pool_id, username, group_name);

-- A challenge under way, found by the hash of its Session or SECRET_BLOCK.
CREATE TABLE challenges (
  id TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX challenges_by_expiry ON challenges (expires_at);

-- The one code of a user that is valid for a purpose.
CREATE TABLE codes (
  pool_id TEXT NOT NULL,
  username TEXT NOT NULL,
  purpose TEXT NOT NULL,
  code TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (pool_id, username, purpose),
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What one sign-in gave out hangs together by its origin_jti.
CREATE TABLE sign_ins (
  origin_jti TEXT PRIMARY KEY,
  pool_id TEXT NOT NULL,
  client_id TEXT NOT NULL REFERENCES user_pool_clients (id) ON DELETE CASCADE,
  username TEXT NOT NULL,
  auth_time INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked INTEGER NOT NULL DEFAULT 0,
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_ins_of_user ON sign_ins (pool_id, username);
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

CREATE TABLE refresh_tokens (
  hash TEXT PRIMARY KEY,
  origin_jti TEXT NOT NULL REFERENCES sign_ins (origin_jti) ON DELETE CASCADE,
  replaced_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_tokens_of_sign_in ON refresh_tokens (origin_jti);

CREATE TABLE failures (
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  login TEXT NOT NULL,
  count INTEGER NOT NULL,
  locked_until INTEGER NOT NULL,
  last_attempt_at INTEGER NOT NULL,
  PRIMARY KEY (pool_id, login)
) STRICT, WITHOUT ROWID;

-- When a user last did what may be done a few times an hour.
CREATE TABLE attempts (
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  login TEXT NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX attempts_of_user ON attempts (pool_id, login, kind, at);
CREATE INDEX attempts_by_time ON attempts (at);

CREATE TABLE inbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  username TEXT NOT NULL,
  medium TEXT NOT NULL,
  destination TEXT NOT NULL,
  kind TEXT NOT NULL,
  secret TEXT NOT NULL,
  sent_at INTEGER NOT NULL
) STRICT;
`
