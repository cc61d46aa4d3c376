import { html } from 'hono/html'
import { missingAttributes } from '../../core/schema.ts'
import { isPasswordless } from '../../domain/first-factors.ts'
import { isByChoice } from '../by-choice.ts'
import { attributeField, drawFields, newPasswordField, usernameField } from '../fields.ts'
import { form, links, show } from '../frame.ts'
import { type Form, type Problem, textsOf, type Visit } from '../visit.ts'

/** Asks for what the pool wants to know of a new user. What was typed stays, but for the password. */
export function signUpForm(visit: Visit, typed: Form = {}, problem?: Problem) {
  const text = textsOf(visit)
  const { pool } = visit.request
  const { title, submit } = text.signUp
  const fields = [
    usernameField(text, pool, typed.username, true),
    ...askedAttributes(visit).map((name) => attributeField(text, name, typed[`userAttributes.${name}`])),
    passwordFieldOf(visit),
  ]
  const main = html`${form(visit, '/signup', {}, html`${drawFields(fields, problem)}<button>${submit}</button>`)}
${links(visit, [
  ['/confirm', text.links.haveCode],
  ['/login', text.links.signIn],
])}`
  return show(visit, { title, main, problem })
}

function passwordFieldOf(visit: Visit) {
  const text = textsOf(visit)
  const field = newPasswordField(text, visit.request.pool, 'password')
  if (!isPasswordless(visit.request.pool) || !isByChoice(visit)) return field
  const label = field.label + text.labels.optional
  return { ...field, label, hint: html`${text.labels.noPasswordNeeded}<br>${field.hint}`, isOptional: true }
}

/**
 * The attributes that the pool requires, but for the one that names the user; and an address to send the code to, where
 * it verifies one and requires none.
 */
// documented: the sign-up page asks for the required attributes. assumed: it asks for an address too, where the pool
// verifies one and requires none.
function askedAttributes({ request: { pool } }: Visit): string[] {
  const { UsernameAttributes = [], AutoVerifiedAttributes = [], SchemaAttributes } = pool
  const [only, another] = UsernameAttributes
  const required = missingAttributes(SchemaAttributes, {}).filter((name) => another || name !== only)
  const isReachable = AutoVerifiedAttributes.some(
    (name) => required.includes(name) || UsernameAttributes.includes(name),
  )
  const [first] = AutoVerifiedAttributes
  return isReachable || !first ? required : [first, ...required]
}
