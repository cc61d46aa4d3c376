import { expect, test } from 'vitest'
import { requiredAttributes } from './configuration'

const pool = { userPoolId: 'ap-northeast-1_AbCdEfGhI', userPoolClientId: 'client' }

test('sign-up asks for every required attribute but the e-mail address, which it asks for anyway', () => {
  const userAttributes = {
    email: { required: true },
    name: { required: true },
    nickname: { required: false },
  }
  expect(requiredAttributes({ ...pool, userAttributes })).toEqual(['name'])
  expect(requiredAttributes(pool)).toEqual([])
})
