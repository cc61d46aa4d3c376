import { csvRows } from '../core/csv.ts'
import { newImportJobId } from '../core/identifiers.ts'
import { CognitoException, preconditionNotMet, resourceNotFound } from '../protocol/exceptions.ts'
import type { CreateUserImportJobRequest, UserImportJobType } from '../protocol/types.generated.ts'
import { type ImportJobRecord, ImportJobTable } from '../storage/import-jobs.ts'
import { checkAttributes, checkRequired } from './attributes.ts'
import { isPasswordless } from './first-factors.ts'
import type { UserPool } from './user-pools.ts'
import { LoginTakenError, type Users } from './users.ts'
import { seconds, type World } from './world.ts'

const minute = 60 * 1000

// documented: the file of an import may be uploaded for 15 minutes, and the job started for 24 to 48 hours (developer
// guide, "Creating and running the import job"; UserImportJobType). documented: a row has 16,000 characters at most.
const uploadTime = 15 * minute
const startTime = 24 * 60 * minute
const longestRow = 16_000

/**
 * The columns that a file has to have, in any order.
 */
// documented: an import has columns for the standard attributes in this order, for the pool's own, and two of Cognito's.
// assumed: where the pool's own stand.
export function csvHeader({ SchemaAttributes }: UserPool): string[] {
  const names = SchemaAttributes.map(({ Name = '' }) => Name).filter((name) => name !== 'sub')
  return [...names, 'cognito:mfa_enabled', 'cognito:username']
}

/** Jobs that make users of the rows of a file. */
export class ImportJobs {
  readonly #world: World
  readonly #users: Users
  readonly #table: ImportJobTable

  constructor(world: World, users: Users) {
    this.#world = world
    this.#users = users
    this.#table = new ImportJobTable(world.database)
  }

  /** Makes a job that waits for its file at `PreSignedUrl`. */
  create(pool: UserPool, request: CreateUserImportJobRequest): UserImportJobType {
    const JobId = newImportJobId(this.#world.random)
    const job: UserImportJobType = {
      ...request,
      JobId,
      PreSignedUrl: `${this.#world.endpoint}/_local/import-jobs/${JobId}`,
      CreationDate: seconds(this.#world.clock()),
      Status: 'Created',
      ImportedUsers: 0,
      SkippedUsers: 0,
      FailedUsers: 0,
    }
    this.#table.insert(pool.Id, JobId, job)
    return job
  }

  /** @throws ResourceNotFoundException */
  get(pool: UserPool, id: string): UserImportJobType {
    return this.#ofPool(pool, id).job
  }

  /** Up to `limit` jobs that were made before the one with that number, the latest first. */
  list(pool: UserPool, before: number, limit: number): ImportJobRecord[] {
    return this.#table.list(pool.Id, before, limit).map((record) => this.#current(record))
  }

  /**
   * Takes the file of a job; a further one replaces it.
   *
   * @returns false where no job waits for a file under that id
   */
  upload(id: string, csv: string): boolean {
    const found = this.#table.get(id)
    if (!found) return false
    const { job } = this.#current(found)
    const isLate = this.#age(job) > uploadTime
    if (job.Status !== 'Created' || isLate) return false
    this.#table.update(id, job, csv)
    return true
  }

  /**
   * Imports the users. All of it is done before anybody can ask how far it is, but the answer is that of a job which
   * has just begun.
   */
  start(pool: UserPool, id: string): UserImportJobType {
    return this.#world.database.transaction(() => {
      const { job, csv } = this.#ofPool(pool, id)
      // documented: an import does not start in a pool that verifies no attribute. assumed: an import without a file is
      // refused, and the words of all three refusals.
      if (job.Status !== 'Created')
        throw preconditionNotMet(`The job is ${job.Status} and cannot be started.`)
      if (csv === null) throw preconditionNotMet('No file was uploaded to the PreSignedUrl of the job.')
      if (!pool.AutoVerifiedAttributes?.length) {
        throw preconditionNotMet('The user pool has no attribute that is verified automatically.')
      }
      const started = { ...job, StartDate: seconds(this.#world.clock()), Status: 'Pending' as const }
      const ended = { ...started, ...this.#imported(pool, csv), CompletionDate: seconds(this.#world.clock()) }
      this.#table.update(id, ended, null)
      return started
    })
  }

  /** Ends a job that was not started. One that was has ended already, which is refused. */
  stop(pool: UserPool, id: string): UserImportJobType {
    const { job } = this.#ofPool(pool, id)
    if (job.Status !== 'Created') throw preconditionNotMet(`The job is ${job.Status} and cannot be stopped.`)
    // observed: the words, in an example of the AWS CLI.
    const CompletionMessage = 'The Import Job was stopped by the developer.'
    const CompletionDate = seconds(this.#world.clock())
    const stopped: UserImportJobType = { ...job, Status: 'Stopped', CompletionDate, CompletionMessage }
    this.#table.update(id, stopped, null)
    return stopped
  }

  #ofPool(pool: UserPool, id: string): ImportJobRecord {
    const record = this.#table.get(id)
    // assumed: the words.
    if (record?.job.UserPoolId !== pool.Id) throw resourceNotFound(`User import job ${id} does not exist.`)
    return this.#current(record)
  }

  /** A job that nobody started in time has expired, without anybody noting it. */
  #current(record: ImportJobRecord): ImportJobRecord {
    const { job } = record
    if (job.Status !== 'Created' || this.#age(job) < startTime) return record
    const CompletionDate = (job.CreationDate ?? 0) + startTime / 1000
    // observed: the words, in an example of the AWS CLI.
    const CompletionMessage = 'The user import job has expired.'
    return { ...record, csv: null, job: { ...job, Status: 'Expired', CompletionDate, CompletionMessage } }
  }

  #age({ CreationDate = 0 }: UserImportJobType): number {
    return this.#world.clock() - CreationDate * 1000
  }

  #imported(pool: UserPool, csv: string): Partial<UserImportJobType> {
    const [header = [], ...rows] = csvRows(csv)
    const expected = csvHeader(pool)
    if (header.length !== expected.length || expected.some((name) => !header.includes(name))) {
      return { Status: 'Failed', CompletionMessage: wrongHeader }
    }
    const outcomes = rows.map((row) => this.#importRow(pool, header, row))
    const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length
    const counts = {
      ImportedUsers: count('imported'),
      SkippedUsers: count('skipped'),
      FailedUsers: count('failed'),
    }
    if (counts.ImportedUsers > 0 || rows.length === 0) return { ...counts, Status: 'Succeeded' }
    return { ...counts, Status: 'Failed', CompletionMessage: tooManyFailed }
  }

  #importRow(pool: UserPool, header: readonly string[], row: readonly string[]): Outcome {
    const values = Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']))
    const { 'cognito:username': username = '', 'cognito:mfa_enabled': mfa = '', ...fields } = values
    const attributes = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
    // documented: a user is imported with a verified address of those that the pool verifies by itself.
    const isReachable = pool.AutoVerifiedAttributes?.some(
      (name) => attributes[name] && attributes[`${name}_verified`] === 'true',
    )
    const isTooLong = row.join(',').length > longestRow
    const isWellFormed = row.length === header.length && !isTooLong && /^(true|false)$/i.test(mfa)
    if (!isWellFormed || !isReachable || username === '') return 'failed'
    const hasPhone = attributes.phone_number_verified === 'true'
    try {
      checkAttributes(pool, attributes)
      checkRequired(pool, attributes)
      this.#users.create(pool, username, attributes, {
        // documented: imported users have to choose a password; where codes let people in, they come in by one.
        // assumed: then they are confirmed, and `cognito:mfa_enabled` is about text messages.
        status: isPasswordless(pool) ? 'CONFIRMED' : 'RESET_REQUIRED',
        factors: { enabled: mfa.toLowerCase() === 'true' && hasPhone ? ['SMS_MFA'] : [] },
      })
      return 'imported'
    } catch (error) {
      // documented: an import skips who exists already.
      if (error instanceof LoginTakenError) return 'skipped'
      if (error instanceof CognitoException) return 'failed'
      throw error
    }
  }
}

// assumed: the words.
const wrongHeader = 'The header of the file is not that of the user pool.'

type Outcome = 'imported' | 'skipped' | 'failed'

// assumed: an import has failed where too many of its rows have: all of them.
// observed: the words, in examples of the AWS CLI.
const tooManyFailed = 'Too many users have failed or been skipped during the import.'
