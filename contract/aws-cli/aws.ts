import { execFile } from 'node:child_process'
import { awsEnvironment, type Program } from '../programs.ts'
import type { Target } from '../target.ts'

/** Its first version (of PyPI) or its second (of AWS's installer and of Debian). */
export const awsCli: Program = {
  name: 'the AWS CLI',
  probe: ['aws', '--version'],
  install: 'install the AWS CLI (apt-get install awscli, or see https://aws.amazon.com/cli/).',
}

/** A command that failed, as whoever typed it sees it. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly exitCode: unknown

  constructor(exitCode: unknown, said: string) {
    super(said.trim())
    this.exitCode = exitCode
  }
}

/** Types `aws cognito-idp …`; answers what it prints, which is JSON or nothing. */
export function aws({ region, endpoint }: Target, command: string, ...options: string[]) {
  const url = endpoint === undefined ? [] : ['--endpoint-url', endpoint]
  const args = ['cognito-idp', command, ...options, ...url, '--output', 'json']
  const env = { ...awsEnvironment(region), AWS_PAGER: '' }
  return new Promise<Record<string, unknown>>((resolve, reject) => {
    execFile('aws', args, { env }, (error, stdout, stderr) => {
      if (error) reject(new CommandFailed(error.code, stderr))
      else resolve(JSON.parse(stdout || '{}'))
    })
  })
}
