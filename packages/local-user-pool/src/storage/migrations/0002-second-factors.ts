// A user's second factors, as JSON.
export const secondFactors = `
ALTER TABLE users ADD COLUMN factors TEXT NOT NULL DEFAULT '{"enabled":[]}';
`
