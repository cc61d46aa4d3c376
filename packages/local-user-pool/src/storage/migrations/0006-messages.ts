// The words of what was sent, where a trigger has given it any.
export const messages = `
ALTER TABLE inbox ADD COLUMN subject TEXT;
ALTER TABLE inbox ADD COLUMN text TEXT;
`
