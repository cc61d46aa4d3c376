import { html } from 'hono/html'
import type { Markup } from '../frame.ts'
import type { Texts } from '../texts/texts.ts'

type Factor = keyof Texts['factors']

/** A button for each factor. */
export const choices = (text: Texts, factors: readonly string[]): Markup =>
  html`<div class="choices">${factors
    .filter((name): name is Factor => Object.hasOwn(text.factors, name))
    .map((name) => html`<button name="answer" value="${name}">${text.factors[name]}</button>`)}</div>`
