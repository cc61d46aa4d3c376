import {
  type CognitoIdentityProviderClient,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed, type Triggers } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import { entrance, type Language, languages, locales } from './entrance.ts'
import { hands } from './hands.ts'
import { deafen, expect, test } from './journey.ts'

const riddle = { riddle: 'パンはパンでも、食べられないパンは何ですか？' }
const right = 'フライパン'
const wrong = '食パン'

/** Asks so many riddles, after the password where the client begins with it. The second wrong answer is the last. */
function riddles(count: number): Triggers {
  return {
    DefineAuthChallenge(event) {
      const { session } = event.request
      const answers = session.filter(({ challengeName }) => challengeName === 'CUSTOM_CHALLENGE')
      const solved = answers.filter(({ challengeResult }) => challengeResult).length
      if (answers.length - solved === 2) event.response.failAuthentication = true
      else if (solved === count) event.response.issueTokens = true
      else if (session.at(-1)?.challengeName === 'SRP_A') event.response.challengeName = 'PASSWORD_VERIFIER'
      else event.response.challengeName = 'CUSTOM_CHALLENGE'
      return event
    },
    CreateAuthChallenge(event) {
      const solved = event.request.session.filter(
        ({ challengeName, challengeResult }) => challengeName === 'CUSTOM_CHALLENGE' && challengeResult,
      )
      event.response.publicChallengeParameters =
        solved.length === 0 ? riddle : { riddle: `${solved.length + 1} 問目：${riddle.riddle}` }
      event.response.privateChallengeParameters = { answer: right }
      return event
    },
    VerifyAuthChallengeResponse(event) {
      const { challengeAnswer, privateChallengeParameters } = event.request
      event.response.answerCorrect = challengeAnswer === privateChallengeParameters.answer
      return event
    },
  }
}

const customWords = {
  ja: {
    proceed: '次へ',
    title: '本人確認',
    lead: '本人確認のため、質問に答えてください。',
    answer: '回答',
    submit: '回答する',
    missing: '回答を入力してください。',
    askedAgain: 'もう一つ回答が必要です。',
    refused: 'ご本人であることを確認できなかったため、ログインできませんでした。',
    expired: '一定時間が経過したため、手続きの有効期限が切れました。',
  },
  en: {
    proceed: 'Continue',
    title: 'Confirm that it is you',
    lead: 'Please answer the question to confirm that it is you.',
    answer: 'Answer',
    submit: 'Answer',
    missing: 'Answer: please fill this in.',
    askedAgain: 'One more answer is needed.',
    refused: 'We could not confirm that it is you, so you are not signed in.',
    expired: 'This took too long, and the step has expired.',
  },
} as const

/** The entrance of a pool whose triggers ask. */
function questioned(page: Page, language: Language = 'ja') {
  const door = entrance(page, language)
  const text = { ...door.text, ...customWords[language] }
  return {
    ...door,
    text,
    question: page.locator('.riddle'),
    async begin(email: string) {
      await door.field(text.email).fill(email)
      await door.button(text.proceed).click()
    },
    async answer(given: string) {
      await door.field(text.answer).fill(given)
      await door.button(text.submit).click()
    },
  }
}

async function allow(
  { admin }: { readonly admin: CognitoIdentityProviderClient },
  ...ExplicitAuthFlows: ('ALLOW_CUSTOM_AUTH' | 'ALLOW_USER_SRP_AUTH')[]
) {
  await admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId: exampleSeed.userPoolId,
      ClientId: exampleSeed.clientId,
      PreventUserExistenceErrors: 'ENABLED',
      ExplicitAuthFlows,
    }),
  )
}

const withoutPassword = { authFlowType: 'CUSTOM_WITHOUT_SRP', asksRiddles: true }

test.describe('a pool that asks a riddle', () => {
  test.use({ triggers: riddles(1) })

  for (const language of languages) {
    test.describe(`in ${language}`, () => {
      test.use({ locale: locales[language] })

      test('asks, tells a missing answer, and asks once more after a wrong one', { tag: '@phone' }, async ({
        openWith,
        page,
        ownPool,
      }) => {
        const { begin, answer, question, button, field, heading, alert, status, text } = questioned(
          page,
          language,
        )
        await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
        await openWith(withoutPassword)
        await begin(ownPool.hanako.email)
        await expect(heading(text.title)).toBeFocused()
        await expect(question).toHaveText(riddle.riddle)
        await expect(page.getByText(text.lead)).toBeVisible()
        await button(text.submit).click()
        await expect(alert).toContainText(text.missing)
        await answer(wrong)
        await expect(status).toContainText(text.askedAgain)
        await expect(heading(text.title)).toBeFocused()
        await expect(question).toHaveText(riddle.riddle)
        await expect(field(text.answer)).toHaveValue('')
        await expect(alert).toHaveCount(0)
        await answer(right)
        await expect(heading(text.signedIn)).toBeFocused()
      })

      test('ends the sign-in with the last wrong answer, and takes the right one in a new one', {
        tag: '@phone',
      }, async ({ openWith, page, ownPool }) => {
        const { begin, answer, button, field, heading, alert, status, text } = questioned(page, language)
        await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
        await openWith(withoutPassword)
        await begin(ownPool.hanako.email)
        await answer(wrong)
        await expect(status).toContainText(text.askedAgain)
        await answer(wrong)
        await expect(heading(text.signIn)).toBeVisible()
        await expect(alert).toContainText(text.refused)
        await expect(alert).toBeFocused()
        await expect(field(text.email)).toHaveValue(ownPool.hanako.email)
        await button(text.proceed).click()
        await answer(right)
        await expect(heading(text.signedIn)).toBeFocused()
      })
    })
  }

  test('asks after the password, which never leaves the page and is asked for first', async ({
    openWith,
    page,
    ownPool,
    places,
  }) => {
    const { signIn, answer, question, heading, alert, text } = questioned(page)
    const bodies: string[] = []
    page.on('request', (request) => {
      if (request.url().startsWith(places.pool)) bodies.push(request.postData() ?? '')
    })
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith({ ...withoutPassword, authFlowType: 'CUSTOM_WITH_SRP' })
    await signIn({ ...ownPool.hanako, password: 'Wrong-2026' })
    await expect(alert).toContainText(text.incorrect)
    await signIn(ownPool.hanako)
    await expect(heading(text.title)).toBeFocused()
    await expect(question).toHaveText(riddle.riddle)
    await answer(right)
    await expect(heading(text.signedIn)).toBeFocused()
    expect(bodies.some((body) => body.includes('"CHALLENGE_NAME":"SRP_A"'))).toBe(true)
    expect(bodies.filter((body) => body.includes(ownPool.hanako.password))).toEqual([])
  })

  test('goes on after a reload, and says how long is left', async ({ openWith, page, ownPool }) => {
    const { begin, answer, question, heading, status, text } = questioned(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await begin(ownPool.hanako.email)
    await answer(wrong)
    await expect(status).toContainText(text.askedAgain)
    await page.reload()
    await expect(question).toHaveText(riddle.riddle)
    await expect(page.getByText(/残り時間：2 分 \d+ 秒/)).toBeVisible()
    await answer(right)
    await expect(heading(text.signedIn)).toBeVisible()
  })

  test('takes no answer that comes too late, and none twice', async ({
    openWith,
    page,
    ownPool,
    context,
  }) => {
    const { begin, answer, field, heading, alert, text } = questioned(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await begin(ownPool.hanako.email)
    await expect(heading(text.title)).toBeVisible()
    ownPool.wait({ minutes: 4 })
    await answer(right)
    await expect(heading(text.signIn)).toBeVisible()
    await expect(alert).toContainText(text.expired)
    await expect(field(text.email)).toHaveValue(ownPool.hanako.email)

    await begin(ownPool.hanako.email)
    await expect(heading(text.title)).toBeVisible()
    const kept = await page.evaluate(() => ({ ...sessionStorage }))
    const copy = await context.newPage()
    await deafen(copy)
    await copy.addInitScript((entries) => Object.assign(sessionStorage, entries), kept)
    const copied = questioned(copy)
    await copy.goto(page.url())
    await expect(copied.question).toHaveText(riddle.riddle)
    await answer(right)
    await expect(heading(text.signedIn)).toBeVisible()
    await copied.answer(right)
    await expect(copied.alert).toContainText('すでにほかの画面で行われました。')
  })

  test('asks and refuses somebody who does not exist like everybody else', async ({
    openWith,
    page,
    ownPool,
    newEmail,
  }) => {
    const { begin, answer, question, alert, text } = questioned(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await begin(newEmail())
    await expect(question).toHaveText(riddle.riddle)
    await answer(right)
    await expect(alert).toContainText(text.refused)
  })

  test('asks who has just signed up, too', async ({ openWith, page, ownPool, newEmail }) => {
    const { answer, button, field, heading, password, text } = questioned(page)
    const email = newEmail()
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await button(text.signUp).click()
    await field(text.email).fill(email)
    await password().fill(ownPool.hanako.password)
    await field(text.name).fill('佐藤 葵')
    await button(text.submitSignUp).click()
    await field(text.code).fill(await ownPool.codeFor(email))
    await button(text.confirm).click()
    await expect(heading(text.title)).toBeFocused()
    await answer(right)
    await expect(heading(text.signedIn)).toBeFocused()
  })

  test('asks in general words where the application shows no question', async ({
    openWith,
    page,
    ownPool,
  }) => {
    const { begin, answer, question, heading, text } = questioned(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith({ authFlowType: 'CUSTOM_WITHOUT_SRP' })
    await begin(ownPool.hanako.email)
    await expect(heading(text.title)).toBeFocused()
    await expect(page.getByText(text.lead)).toBeVisible()
    await expect(question).toHaveCount(0)
    await answer(right)
    await expect(heading(text.signedIn)).toBeFocused()
  })

  test('is answered with the keyboard alone', { tag: '@phone' }, async ({ openWith, page, ownPool }) => {
    const { field, heading, status, text } = questioned(page)
    const { type, enter } = hands(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await type(field(text.email), ownPool.hanako.email)
    await enter()
    await expect(heading(text.title)).toBeFocused()
    await type(field(text.answer), wrong)
    await enter()
    await expect(status).toContainText(text.askedAgain)
    await type(field(text.answer), right)
    await enter()
    await expect(heading(text.signedIn)).toBeFocused()
  })

  test('names the flow that its client does not allow', async ({ openWith, page, ownPool }) => {
    const { begin, alert } = questioned(page)
    await allow(ownPool, 'ALLOW_USER_SRP_AUTH')
    await openWith(withoutPassword)
    await begin(ownPool.hanako.email)
    await expect(alert).toContainText('このログイン方法（CUSTOM_AUTH）が有効になっていません。')
  })

  test('has nothing that axe finds, and no sideways scrolling', async ({ openWith, page, ownPool }) => {
    const { begin, answer, button, heading, alert, status, text } = questioned(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await begin(ownPool.hanako.email)
    await expect(heading(text.title)).toBeFocused()
    await button(text.submit).click()
    await expect(alert).toBeFocused()
    await isAccessible(page)
    await answer(wrong)
    await expect(status).toContainText(text.askedAgain)
    await isAccessible(page)
  })
})

test.describe('a pool that asks two riddles', () => {
  test.use({ triggers: riddles(2) })

  test('asks the second in an empty field, and does not say that the first was wrong', async ({
    openWith,
    page,
    ownPool,
  }) => {
    const { begin, answer, question, field, heading, alert, status, text } = questioned(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await begin(ownPool.hanako.email)
    await answer(right)
    await expect(question).toContainText('2 問目')
    await expect(status).toContainText(text.askedAgain)
    await expect(alert).toHaveCount(0)
    await expect(field(text.answer)).toHaveValue('')
    await answer(right)
    await expect(heading(text.signedIn)).toBeFocused()
  })
})

test.describe('a pool whose trigger fails', () => {
  test.use({
    triggers: {
      ...riddles(1),
      DefineAuthChallenge() {
        throw new Error('会員のみです')
      },
    },
  })

  test('says the reason that its author wrote', async ({ openWith, page, ownPool }) => {
    const { begin, alert } = questioned(page)
    await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
    await openWith(withoutPassword)
    await begin(ownPool.hanako.email)
    await expect(alert).toContainText('（理由：会員のみです）')
  })
})

test('a pool without triggers is told from one that refuses', async ({ openWith, page, ownPool }) => {
  const { begin, alert } = questioned(page)
  await allow(ownPool, 'ALLOW_CUSTOM_AUTH')
  await openWith(withoutPassword)
  await begin(ownPool.hanako.email)
  await expect(alert).toContainText('このログイン方法が有効になっていません。')
})
