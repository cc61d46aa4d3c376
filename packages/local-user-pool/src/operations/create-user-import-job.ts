import { operation } from './operation.ts'

/** Makes a job that imports users of a file, which is to be PUT to its `PreSignedUrl`: an address of this pool. */
// assumed: PasswordHashingAlgorithm is kept and nothing else: hashes are of no use to SRP, and are not imported here.
export const CreateUserImportJob = operation('CreateUserImportJob', (input, { pools, importJobs }) => ({
  UserImportJob: importJobs.create(pools.get(input.UserPoolId), input),
}))
