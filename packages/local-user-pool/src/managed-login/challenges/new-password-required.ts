import { attributeField, attributesIn, newPasswordField } from '../fields.ts'
import { attributeOf } from '../typed.ts'
import { textsOf } from '../visit.ts'
import { type ChallengePage, listed, respond } from './challenge-page.ts'

/** A password of one's own in the place of a temporary one, and what the pool requires and does not know. */
export const newPasswordRequired: ChallengePage = {
  name: 'NEW_PASSWORD_REQUIRED',
  question(visit, asked) {
    const text = textsOf(visit)
    const missing = listed(asked, 'requiredAttributes').map((name) => name.replace(/^userAttributes\./, ''))
    return {
      ...text.newPassword,
      fields: [
        ...missing.map((name) => attributeField(text, name)),
        newPasswordField(text, visit.request.pool),
      ],
    }
  },
  answer(entrance, asked, form) {
    const attributes = attributesIn(form).map((name) => {
      const key = `userAttributes.${name}`
      return [key, attributeOf(name, form[key])] as const
    })
    return respond(entrance, asked, {
      ...Object.fromEntries(attributes),
      NEW_PASSWORD: form.newPassword ?? '',
    })
  },
}
