/** A name, `=` or `: `, and a value: in quotes, over several lines if need be, or up to a remark or the end of the line. */
const assignment =
  /^\s*(?:export\s+)?(?<name>[\w.-]+)(?:\s*=|:\s)(?:\s*(?<quoted>(?<quote>['"`])(?:\\\k<quote>|(?!\k<quote>)[\s\S])*\k<quote>)\s*(?:#.*)?$|(?<bare>[^#\n]*))/gm

/** The names and values of a `.env` file, as dotenv reads them; nothing is filled in yet. */
export function parsedEnv(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const { groups = {} } of text.replaceAll(/\r\n?/g, '\n').matchAll(assignment)) {
    const { name = '', quoted, bare = '' } = groups
    const value = quoted ?? bare.trim()
    // Quotes around the whole belong to no value, whatever is between them.
    const inner = /^(['"`])[\s\S]*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value
    values.set(name, value.startsWith('"') ? inner.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : inner)
  }
  return values
}

/**
 * Fills in `$NAME`, `${NAME}` and `${NAME:-otherwise}`, the last one first, as often as there is one; `\$` is a dollar
 * sign.
 *
 * @param lookUp of a name, and what is to stand where it has none
 */
export function expanded(value: string, lookUp: (name: string, otherwise: string) => string): string {
  let filled = value
  // A value that names itself has no end; Next.js does not read such a file at all.
  for (let rounds = 0; rounds < 100; rounds += 1) {
    const at = [...filled.matchAll(/(?<!\\)\$/g)].at(-1)?.index
    const found = at === undefined ? null : /^\$\{?(\w+)(?::-([^}\\]*))?\}?/.exec(filled.slice(at))
    if (at === undefined || !found) break
    const [whole, name = '', otherwise = ''] = found
    filled = filled.slice(0, at) + lookUp(name, otherwise) + filled.slice(at + whole.length)
  }
  return filled.replaceAll('\\$', '$')
}
