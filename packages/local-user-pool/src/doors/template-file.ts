import { readFileSync } from 'node:fs'
import { TemplateError } from '../definition/template.ts'

/**
 * Reads a CloudFormation template in JSON.
 *
 * @throws TemplateError whose message begins with the name of the file
 */
export function readTemplateFile(file: string): object {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
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
