import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { awsEnvironment, describeWith } from '../programs.ts'
import { present, startTarget, type Target } from '../target.ts'

// `drive.py` beside this file does what is to be done and says what came of it, a line each; these are about the lines.

const boto3 = {
  name: 'boto3',
  probe: ['python3', '-c', 'import boto3'],
  install: 'install Python and boto3 (apt-get install python3-boto3, or pip install boto3).',
} as const

/** What `refusal` of `drive.py` tells of an exception that came as the class that boto3 has for it. */
const refused = (name: string, message: unknown) => ({ class: name, code: name, message, status: 400 })

describeWith(boto3, () => {
  let target: Target
  const lines = new Map<unknown, Readonly<Record<string, unknown>>>()

  beforeAll(async () => {
    target = await startTarget()
    const { stdout } = await promisify(execFile)(
      'python3',
      [join(import.meta.dirname, 'drive.py'), present(target.endpoint)],
      { env: awsEnvironment(target.region) },
    )
    for (const { what, ...cameOfIt } of stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))) {
      lines.set(what, cameOfIt)
    }
  }, 120_000)
  afterAll(() => target.close())

  test('signs up, confirms, signs in, reads what is known, and refreshes', () => {
    const { created, ...signUp } = present(lines.get('sign-up'))
    expect(signUp).toEqual({
      early: refused('UserNotConfirmedException', 'User is not confirmed.'),
      wrong: refused('CodeMismatchException', 'Invalid verification code provided, please try again.'),
      attributes: {
        sub: expect.stringMatching(/^[\da-f-]{36}$/),
        email: 'Signs.Up@example.com',
        email_verified: 'true',
        name: '山田 花子',
      },
      refreshed: ['AccessToken', 'ExpiresIn', 'IdToken', 'TokenType'],
    })
    // A moment of Python's own, made of the number on the wire.
    expect(Math.abs(Date.now() / 1000 - Number(created))).toBeLessThan(300)
  })

  test('signs in by a client with a secret, which a right hash has to go with', () => {
    const { client, ...secret } = present(lines.get('secret'))
    expect(secret).toEqual({
      user: 'Bearer',
      admin: 'Bearer',
      missing: refused(
        'NotAuthorizedException',
        `Client ${client} is configured with secret but SECRET_HASH was not received`,
      ),
      wrong: refused('NotAuthorizedException', `Unable to verify secret hash for client ${client}`),
    })
  })

  test('gets each refusal as the exception that it has a class for', () => {
    expect(lines.get('exceptions')?.refused).toEqual([
      refused('NotAuthorizedException', 'Incorrect username or password.'),
      refused('UserNotFoundException', 'User does not exist.'),
      refused('UsernameExistsException', 'User account already exists'),
      refused(
        'InvalidPasswordException',
        'Password did not conform with policy: Password must have uppercase characters',
      ),
      refused('GroupExistsException', 'A group with the name already exists.'),
      refused('ResourceNotFoundException', 'User pool x_Nowhere does not exist.'),
      refused('CodeMismatchException', 'Invalid verification code provided, please try again.'),
      refused('ExpiredCodeException', 'Invalid code provided, please request a code again.'),
      refused('LimitExceededException', 'Attempt limit exceeded, please try after some time.'),
    ])
  })

  test('is told by the pool what is wrong with an input that it did not look at itself', () => {
    const invalid = (count: string, ...wrong: string[]) =>
      refused('InvalidParameterException', `${count} detected: ${wrong.join('; ')}`)
    const failed = 'failed to satisfy constraint: Member must'
    expect(lines.get('validation')?.refused).toEqual([
      invalid(
        '2 validation errors',
        `Value 'nowhere' at 'userPoolId' ${failed} satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+`,
        `Value '61' at 'limit' ${failed} have value less than or equal to 60`,
      ),
      invalid('1 validation error', `Value at 'userPoolId' ${failed} not be null`),
      refused(
        'InvalidParameterException',
        expect.stringContaining(`Value 'BY_MAGIC' at 'authFlow' ${failed} satisfy enum value set: [`),
      ),
    ])
  })

  test('turns the pages of users, groups and pools, and meets each once', () => {
    expect(lines.get('paginators')).toEqual({
      user_pages: [60, 3],
      every_user: true,
      group_pages: [2, 2, 1],
      every_group: true,
      longest_pool_page: 2,
      every_pool: true,
      every_pool_once: true,
    })
  })

  test('asks again when the pool fails or throttles it, but in its older mode not by the status that Cognito has', () => {
    const throttled = 'TooManyRequestsException'
    expect(lines.get('retries')).toEqual({
      asked: {
        'legacy 400': [1, throttled],
        'legacy 429': [2, throttled],
        'legacy 500': [2, 'InternalErrorException'],
        'legacy 503': [2, '503'],
        'standard 400': [2, throttled],
        'standard 429': [2, throttled],
        'standard 500': [2, 'InternalErrorException'],
        'standard 503': [2, '503'],
      },
      recovered: true,
    })
  })
})
