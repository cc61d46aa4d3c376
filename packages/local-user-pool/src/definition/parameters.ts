import { isRecord } from '../core/record.ts'
import { text } from './intrinsics.ts'
import { TemplateError } from './template.ts'
import { Unknown } from './unknown.ts'

/** The parameters of a template: the values that were given, else their defaults. */
export class Parameters {
  readonly #declared: Readonly<Record<string, unknown>>
  readonly #given: Readonly<Record<string, string>>

  /** @throws TemplateError where a value is given to a parameter that the template does not have */
  constructor(declared: Readonly<Record<string, unknown>>, given: Readonly<Record<string, string>>) {
    this.#declared = declared
    this.#given = given
    for (const name of Object.keys(given)) {
      if (this.has(name)) continue
      const names = Object.keys(declared).join(', ') || 'none'
      throw new TemplateError(`Parameters.${name}`, `is not in the template, which has: ${names}.`)
    }
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#declared, name)
  }

  /**
   * What a `Ref` to the parameter answers. A parameter that nothing refers to may lack a value.
   *
   * @throws TemplateError where it has no value, or one that it does not allow
   */
  valueOf(name: string): unknown {
    const at = `Parameters.${name}`
    const declared = this.#declared[name]
    const { Type: type = 'String', Default, AllowedValues } = isRecord(declared) ? declared : {}
    const value = Object.hasOwn(this.#given, name) ? this.#given[name] : undefined
    const kind = text(type, `${at}.Type`)
    // documented: a template's parameter of a Parameter Store type holds the name of a value there, not the value.
    if (value === undefined && kind.startsWith('AWS::SSM::Parameter::Value')) {
      return new Unknown(
        `the value of the parameter ${name} is in Parameter Store; give one (${howTo(name)})`,
      )
    }
    const chosen = value ?? Default
    if (chosen === undefined) throw new TemplateError(at, `has no default. Give it a value (${howTo(name)}).`)
    const whole = text(chosen, `${at}.Default`)
    const items = /^(Comma|.*\bList<)/.test(kind) ? whole.split(',') : undefined
    const values = items?.map((item) => item.trim()) ?? [whole]
    const allowed = Array.isArray(AllowedValues)
      ? AllowedValues.map((one) => text(one, `${at}.AllowedValues`))
      : undefined
    for (const one of values) {
      if (allowed && !allowed.includes(one)) {
        throw new TemplateError(at, `'${one}' is not allowed. Give one of: ${allowed.join(', ')}.`)
      }
      if (kind.includes('Number') && (one === '' || Number.isNaN(Number(one)))) {
        throw new TemplateError(at, `'${one}' is no number. Give one.`)
      }
    }
    return items ? values : values[0]
  }
}

const howTo = (name: string) => `--parameter ${name}=VALUE, or \`parameters\``
