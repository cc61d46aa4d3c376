import { readFile } from 'node:fs/promises'
import { TemplateError } from '../definition/template.ts'

/**
 * Reads a CloudFormation template in JSON, for `definition.template`.
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
    return Object(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new TemplateError(file, `is not JSON, which is what can be read so far. ${error.message}`)
  }
}
