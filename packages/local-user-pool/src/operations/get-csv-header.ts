import { csvHeader } from '../domain/import-jobs.ts'
import { operation } from './operation.ts'

/** The columns that the file of a user import has to have. */
export const GetCSVHeader = operation('GetCSVHeader', ({ UserPoolId }, { pools }) => ({
  UserPoolId,
  CSVHeader: csvHeader(pools.get(UserPoolId)),
}))
