import { readFile } from 'node:fs/promises'
import { TemplateError } from '../definition/template.ts'

/**
 * Reads a CloudFormation template in JSON or YAML, for `definition.template`.
 *
 * @throws TemplateError whose message begins with the name of the file
 */
export async function readTemplateFile(file: string): Promise<object> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new TemplateError(
      file,
      `cannot be read (${(error as NodeJS.ErrnoException).code}). Check the name.`,
    )
  }
  try {
    return Object(text.trimStart().startsWith('{') ? JSON.parse(text) : await fromYaml(text))
  } catch (error) {
    if (error instanceof SyntaxError) throw new TemplateError(file, `is no JSON. ${error.message}`)
    throw error instanceof TemplateError ? new TemplateError(file, error.message) : error
  }
}

/** The parser is loaded by those alone who need it. */
async function fromYaml(text: string): Promise<unknown> {
  const { readYaml } = await import('../definition/yaml.ts')
  return readYaml(text)
}
