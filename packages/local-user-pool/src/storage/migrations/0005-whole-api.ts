// What the rest of the API keeps: resources of a pool, import jobs, auth events, limits, and more than one client secret.
export const wholeApi = `
-- What belongs to a pool, or to one of its app clients, and is nothing but a document.
CREATE TABLE pool_documents (
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  client_id TEXT REFERENCES user_pool_clients (id) ON DELETE CASCADE,
  document TEXT NOT NULL,
  PRIMARY KEY (pool_id, kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX pool_documents_of_client ON pool_documents (client_id) WHERE client_id IS NOT NULL;
CREATE UNIQUE INDEX domains ON pool_documents (key) WHERE kind = 'domain';

CREATE TABLE import_jobs (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  pool_id TEXT NOT NULL REFERENCES user_pools (id) ON DELETE CASCADE,
  document TEXT NOT NULL,
  -- What was uploaded, until the job ends.
  csv TEXT
) STRICT;
CREATE INDEX import_jobs_of_pool ON import_jobs (pool_id, sequence);

CREATE TABLE auth_events (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  pool_id TEXT NOT NULL,
  username TEXT NOT NULL,
  document TEXT NOT NULL,
  FOREIGN KEY (pool_id, username) REFERENCES users (pool_id, username) ON DELETE CASCADE
) STRICT;
CREATE INDEX auth_events_of_user ON auth_events (pool_id, username, sequence);

-- Requests per second, of those categories whose limit is not the default.
CREATE TABLE provisioned_limits (
  category TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

UPDATE user_pool_clients SET document = json_remove(
  json_set(document, '$.Secrets', json_array(json_object(
    'Id', id || '--' || CAST(coalesce(document ->> '$.CreationDate', 0) * 1000 AS INTEGER),
    'Value', document ->> '$.ClientSecret',
    'CreationDate', coalesce(document ->> '$.CreationDate', 0)
  ))),
  '$.ClientSecret'
) WHERE document ->> '$.ClientSecret' IS NOT NULL;
UPDATE user_pool_clients SET document = json_set(document, '$.Secrets', json('[]'))
  WHERE document ->> '$.Secrets' IS NULL;
`
