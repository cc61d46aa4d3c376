import type { Patient } from '../patient.ts'
import type { Found } from '../probes/index.ts'
import { type ClientFacts, clientFacts, exampleClient } from './client.ts'

/** Whose sign-in it is about. */
export interface PersonFacts extends ClientFacts {
  readonly user: string
}

export const examplePerson: PersonFacts = { ...exampleClient, user: 'hanako@example.com' }

const personFacts = (patient: Patient): PersonFacts => ({
  ...clientFacts(patient),
  user: patient.signIn?.email ?? patient.user ?? '',
})

/** What the administrator is told about somebody; undefined where nobody was asked. */
export const describedUser = ({ account }: Found) => (typeof account === 'object' ? account.user : undefined)

/** Whether the sign-in that was tried ended with an exception, and such words. */
export const failedBy = ({ signIn }: Found, exception: string, words = /./) =>
  signIn?.is === 'refused' && signIn.exception === exception && words.test(signIn.message)

/** The finding about a person, where it is so. */
export const aboutPerson = (patient: Patient, isSo: boolean): readonly PersonFacts[] =>
  isSo ? [personFacts(patient)] : []

/** A command of an administrator about them. */
export const adminCommand = (operation: string, { region, userPoolId, user }: PersonFacts, rest = '') =>
  `aws cognito-idp ${operation} --region ${region} --user-pool-id ${userPoolId} --username ${user}${rest}`
