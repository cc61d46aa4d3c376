// What users' earlier passwords are told by, the latest first, as JSON.
export const formerPasswords = `
ALTER TABLE users ADD COLUMN former_passwords TEXT NOT NULL DEFAULT '[]';
`
