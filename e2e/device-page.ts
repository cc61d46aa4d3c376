import {
  AdminSetUserMFAPreferenceCommand,
  type CognitoIdentityProviderClient,
  ConfirmDeviceCommand,
  type DeviceConfigurationType,
  InitiateAuthCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSeed } from '@genkan/local-user-pool'
import type { Page } from '@playwright/test'
import { accountPage, UserPoolId } from './account-page.ts'
import { type Language, words } from './entrance.ts'
import { expect, type Person } from './journey.ts'

interface OwnPool {
  readonly hanako: Person
  readonly admin: CognitoIdentityProviderClient
  codeFor(email: string): Promise<string>
}

const deviceWords = {
  ja: {
    devices: 'ログインした端末',
    here: 'この端末',
    remembered: '記憶済み',
    notRemembered: '記憶していません',
    remember: 'この端末を記憶する',
    forget: /を削除$/,
    forgetForGood: '端末を削除する',
    questionHere: 'この端末からログアウトします。',
    question: 'その端末はまもなくログアウトされます。',
    nowRemembered: 'この端末を記憶しました。',
    nowForgotten: '端末を削除しました。',
    leftDevice: 'この端末を削除し、ログアウトしました。',
    lastUsed: /最後のログイン：\d{4}\/\d{2}\/\d{2} \d{1,2}:\d{2}/,
  },
  en: {
    devices: 'Your devices',
    here: 'This device',
    remembered: 'Remembered',
    notRemembered: 'Not remembered',
    remember: 'Remember this device',
    forget: /^Forget: /,
    forgetForGood: 'Forget the device',
    questionHere: 'You will be signed out here.',
    question: 'It will be signed out soon.',
    nowRemembered: 'This device is remembered.',
    nowForgotten: 'The device is forgotten.',
    leftDevice: 'This device is forgotten, and you are signed out here.',
    lastUsed: /Last sign-in: \w{3} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M/,
  },
} as const

/** The pool remembers every device, and takes a remembered one in place of a second factor. */
export const always = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false }
/** It remembers those of whose owners it is told to. */
export const onDemand = { ...always, DeviceOnlyRememberedOnUserPrompt: true }

/** A pool that tells devices apart, with codes by e-mail for one of its users. */
export async function track({ admin, hanako }: OwnPool, DeviceConfiguration: DeviceConfigurationType) {
  const { AutoVerifiedAttributes, Policies } = exampleSeed.userPool
  await admin.send(
    new UpdateUserPoolCommand({ UserPoolId, AutoVerifiedAttributes, Policies, DeviceConfiguration }),
  )
  await admin.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: { Subject: 'Code', Message: 'Your code is {####}' },
    }),
  )
  const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
  await admin.send(
    new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username: hanako.email, EmailMfaSettings }),
  )
}

/** Signs in on so many devices of a user who is asked for a password alone, each with a name of its own. */
export async function addDevices({ admin, hanako }: OwnPool, count: number) {
  const { clientId: ClientId } = exampleSeed
  await admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId,
      ClientId,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  )
  await admin.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId,
      Username: hanako.email,
      EmailMfaSettings: { Enabled: false },
    }),
  )
  const AuthParameters = { USERNAME: hanako.email, PASSWORD: hanako.password }
  for (let number = 1; number <= count; number += 1) {
    const { AuthenticationResult } = await admin.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    )
    await admin.send(
      new ConfirmDeviceCommand({
        AccessToken: AuthenticationResult?.AccessToken,
        DeviceKey: AuthenticationResult?.NewDeviceMetadata?.DeviceKey,
        DeviceName: `Device ${number}`,
        // Nobody is to sign in on them again.
        DeviceSecretVerifierConfig: { Salt: btoa('salt'), PasswordVerifier: btoa('verifier') },
      }),
    )
  }
}

/** The page of somebody whose device is told apart. */
export function devicePage(page: Page, { hanako, codeFor }: OwnPool, language: Language = 'ja') {
  const door = accountPage(page, language)
  // What confirms an address on the account page is not what verifies a sign-in.
  const text = { ...door.text, ...deviceWords[language], verify: words[language].verify }
  const section = page.getByRole('region', { name: text.devices })
  return {
    ...door,
    text,
    section,
    rows: section.getByRole('listitem'),
    async enterCode() {
      await expect(door.heading(text.mfaCodeTitle)).toBeFocused()
      await door.field(text.mfaCode).fill(await codeFor(hanako.email))
      await door.button(text.verify).click()
      await expect(door.heading(text.signedIn)).toBeFocused()
    },
    async signInWithCode() {
      await door.signIn(hanako)
      await this.enterCode()
    },
    async signInWithoutCode() {
      await door.signIn(hanako)
      await expect(door.heading(text.signedIn)).toBeFocused()
    },
    async openAccount() {
      await door.button(text.account).click()
      await expect(section).toBeVisible()
    },
  }
}

/** What Amplify keeps of the devices that are signed in on here, by the end of its name. */
export async function kept(page: Page): Promise<Record<string, string>> {
  const entries = await page.evaluate(() => Object.entries<string>(localStorage))
  const ofDevice = entries.map(([key, value]) => [key.split('.').at(-1) ?? '', value] as const)
  return Object.fromEntries(ofDevice.filter(([name]) => /^(device|randomPassword)/.test(name)))
}

/** Puts something else in the place of what Amplify keeps. */
export async function alter(page: Page, name: 'deviceKey' | 'randomPasswordKey', value: string) {
  await page.evaluate(
    ([end, altered]) => {
      for (const key of Object.keys(localStorage)) if (key.endsWith(end)) localStorage.setItem(key, altered)
    },
    [`.${name}`, value] as const,
  )
}

/** What the page says in Japanese. */
export const say = deviceWords.ja
