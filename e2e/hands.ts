import type { Locator, Page } from '@playwright/test'

/** Somebody without a mouse: moves with the Tab key, types, and presses Enter. */
export function hands(page: Page) {
  const { keyboard } = page
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)
  async function reach(target: Locator) {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await isFocused(target)) return
      await keyboard.press('Tab')
    }
    throw new Error(`The Tab key does not reach ${target}.`)
  }
  return {
    async type(target: Locator, text: string) {
      await reach(target)
      await keyboard.press('ControlOrMeta+a')
      await keyboard.type(text)
    },
    async press(target: Locator) {
      await reach(target)
      await keyboard.press('Enter')
    },
    enter: () => keyboard.press('Enter'),
  }
}
