import { operation } from './operation.ts'

/** Ends an import job. */
export const StopUserImportJob = operation(
  'StopUserImportJob',
  ({ UserPoolId, JobId }, { pools, importJobs }) => ({
    UserImportJob: importJobs.stop(pools.get(UserPoolId), JobId),
  }),
)
