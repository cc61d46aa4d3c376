/** The outputs of the stack, as `cdk deploy --outputs-file` writes them. */
export type Outputs = Readonly<Record<string, string>>

/**
 * Writes what was deployed into a file of variables; what else is in the file stays.
 *
 * @param file the text of `.env.production.local`, empty where there is none
 */
export function withVariables(file: string, outputs: Outputs): string {
  const variables = variablesOf(outputs)
  const isOurs = (line: string) => Object.keys(variables).some((name) => line.startsWith(`${name}=`))
  const kept = file.split('\n').filter((line) => line !== '' && !isOurs(line))
  return `${[...kept, ...Object.entries(variables).map(([name, value]) => `${name}=${value}`)].join('\n')}\n`
}

function variablesOf(outputs: Outputs): Readonly<Record<string, string>> {
  const required = (name: string) => {
    const value = outputs[name]
    if (!value) throw new Error(`The stack has no output ${name}.`)
    return value
  }
  return {
    NEXT_PUBLIC_AWS_COGNITO_REGION: required('Region'),
    NEXT_PUBLIC_AWS_COGNITO_USER_POOL_ID: required('UserPoolId'),
    NEXT_PUBLIC_AWS_COGNITO_CLIENT_ID: required('ClientId'),
    NEXT_PUBLIC_API_URL: required('ApiUrl'),
    NEXT_PUBLIC_AWS_COGNITO_PASSWORD_MIN_LENGTH: required('PasswordMinLength'),
    NEXT_PUBLIC_AWS_COGNITO_FIRST_AUTH_FACTORS: outputs.FirstAuthFactors ?? '',
    NEXT_PUBLIC_AWS_COGNITO_DOMAIN: outputs.Domain?.replace('https://', '') ?? '',
    // Empty, and so stronger than one that .env.local sets for the local user pool.
    NEXT_PUBLIC_AWS_COGNITO_ENDPOINT: '',
  }
}
