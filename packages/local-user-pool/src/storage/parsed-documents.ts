/**
 * Documents that are read with nearly every request, parsed once for as long as their text stays the same. They are
 * frozen: whoever wants to change one makes another.
 */
export class ParsedDocuments<Document> {
  readonly #known = new Map<string, { readonly text: string; readonly document: Document }>()

  of(id: string, text: string): Document {
    const known = this.#known.get(id)
    if (known?.text === text) return known.document
    const document: Document = frozen(JSON.parse(text))
    this.#known.set(id, { text, document })
    return document
  }
}

function frozen<Value>(value: Value): Value {
  if (value instanceof Object) {
    for (const member of Object.values(value)) frozen(member)
    Object.freeze(value)
  }
  return value
}
