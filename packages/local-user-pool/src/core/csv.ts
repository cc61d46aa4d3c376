/**
 * Reads the CSV of a user import: one line per row, fields apart by commas, a comma within a field after a backslash.
 * Quotes mean nothing. Lines without anything in them are left out.
 *
 * @returns the fields of each line
 */
// documented: strings are not to be put into quotes, and a comma is escaped by a backslash (developer guide, "Creating
// the user import .csv file").
export function csvRows(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/(?<!\\),/).map((field) => field.replaceAll('\\,', ',').trim()))
}
