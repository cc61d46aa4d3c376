import { operation } from './operation.ts'

/** Imports the users of the file that was uploaded for the job. */
export const StartUserImportJob = operation(
  'StartUserImportJob',
  ({ UserPoolId, JobId }, { pools, importJobs }) => ({
    UserImportJob: importJobs.start(pools.get(UserPoolId), JobId),
  }),
)
