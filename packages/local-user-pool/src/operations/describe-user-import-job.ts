import { operation } from './operation.ts'

/** How far an import job is. */
export const DescribeUserImportJob = operation(
  'DescribeUserImportJob',
  ({ UserPoolId, JobId }, { pools, importJobs }) => ({
    UserImportJob: importJobs.get(pools.get(UserPoolId), JobId),
  }),
)
