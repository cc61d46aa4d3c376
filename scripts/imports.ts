/**
 * Which folder may import what. The tree is the architecture; this table is its edges, and `imports.test.ts`
 * reads every import of every file against it.
 */
export interface Edge {
  /** Files that this rule speaks about: a path prefix from the root of the repository. */
  readonly from: string
  /** What they may import: path prefixes (of other files here) and names of packages or `node:` modules. */
  readonly may: readonly string[]
  /** Said when an import is refused: where the file, or the line, probably belongs. */
  readonly advice: string
}

const pool = 'packages/local-user-pool/src'
const doctor = 'packages/doctor/src'

/** The first rule whose `from` is a prefix of the file decides; the most particular come first. */
export const edges: readonly Edge[] = [
  {
    from: `${pool}/core/`,
    may: [`${pool}/core/`, 'node:crypto', 'otpauth'],
    advice: 'core is pure: what needs storage, the clock or a request belongs in domain/ or an operation.',
  },
  {
    from: `${pool}/protocol/`,
    may: [`${pool}/protocol/`],
    advice: 'protocol knows the wire, not what an operation does: that belongs in operations/ or domain/.',
  },
  {
    from: `${pool}/storage/`,
    may: [
      `${pool}/storage/`,
      `${pool}/core/`,
      `${pool}/protocol/types.generated.ts`,
      'node:sqlite',
      'node:fs',
      'node:path',
    ],
    advice: 'storage reads and writes rows: a decision about them belongs in domain/.',
  },
  {
    from: `${pool}/domain/`,
    may: [
      `${pool}/domain/`,
      `${pool}/storage/`,
      `${pool}/core/`,
      `${pool}/protocol/`,
      'jose',
      '@simplewebauthn/server',
      'node:crypto',
    ],
    advice: 'domain is what operations share; what one operation does alone belongs in its own file.',
  },
  {
    from: `${pool}/challenges/`,
    may: [`${pool}/challenges/`, `${pool}/domain/`, `${pool}/core/`, `${pool}/protocol/`],
    advice: 'a challenge speaks in terms of the domain; rows belong in storage/, requests in protocol/.',
  },
  {
    from: `${pool}/flows/`,
    may: [`${pool}/flows/`, `${pool}/challenges/`, `${pool}/domain/`, `${pool}/core/`, `${pool}/protocol/`],
    advice: 'a flow speaks in terms of the domain; what is asked next belongs in challenges/.',
  },
  {
    from: `${pool}/operations/`,
    may: [
      `${pool}/operations/`,
      `${pool}/flows/`,
      `${pool}/challenges/`,
      `${pool}/domain/`,
      `${pool}/core/`,
      `${pool}/protocol/`,
    ],
    advice: 'an operation speaks in terms of the domain; rows belong in storage/, ports in doors/.',
  },
  {
    from: `${pool}/oauth2/`,
    may: [
      `${pool}/oauth2/`,
      `${pool}/managed-login/session.ts`,
      `${pool}/managed-login/csrf.ts`,
      `${pool}/federation/`,
      `${pool}/cors.ts`,
      `${pool}/domain/`,
      `${pool}/core/`,
      `${pool}/protocol/`,
      'hono',
      'hono/',
      'node:crypto',
    ],
    advice: 'an endpoint speaks in terms of the domain; what a person sees belongs in managed-login/.',
  },
  {
    from: `${pool}/federation/`,
    may: [
      `${pool}/federation/`,
      `${pool}/oauth2/:types`,
      `${pool}/domain/`,
      `${pool}/core/`,
      `${pool}/protocol/`,
      'node:crypto',
      'oauth4webapi',
    ],
    advice: 'how an identity provider is asked; who the user then is belongs in domain/.',
  },
  {
    from: `${pool}/managed-login/`,
    may: [
      `${pool}/managed-login/`,
      `${pool}/oauth2/`,
      `${pool}/operations/`,
      `${pool}/challenges/`,
      `${pool}/flows/`,
      `${pool}/domain/`,
      `${pool}/core/`,
      `${pool}/protocol/`,
      'hono',
      'hono/',
      'node:crypto',
    ],
    advice: 'a page asks the domain as an operation does; what a client is answered belongs in oauth2/.',
  },
  {
    from: `${pool}/definition/`,
    may: [`${pool}/definition/`, `${pool}/core/`, `${pool}/protocol/`, 'node:crypto', 'node:util', 'yaml'],
    advice: 'a definition is followed by operations of the API, called by name; files are read in doors/.',
  },
  {
    from: `${pool}/cognito-local/`,
    may: [
      `${pool}/cognito-local/`,
      `${pool}/definition/differences.ts`,
      `${pool}/definition/fitted.ts`,
      `${pool}/definition/template.ts`,
      `${pool}/domain/`,
      `${pool}/core/`,
      `${pool}/protocol/`,
      `${pool}/:types`,
      'node:util',
    ],
    advice: 'what cognito-local writes becomes what the domain has; files are read in doors/.',
  },
  {
    from: `${pool}/console/`,
    may: [
      `${pool}/console/`,
      `${pool}/federation/`,
      `${pool}/domain/`,
      `${pool}/core/`,
      `${pool}/protocol/`,
      'hono',
      'hono/',
      'node:timers/promises',
    ],
    advice: 'the console looks at the domain; rows belong in storage/, ports in doors/.',
  },
  {
    from: `${pool}/triggers/`,
    may: [`${pool}/triggers/`, `${pool}/domain/`, `${pool}/:types`, 'node:path', 'node:url'],
    advice: 'where functions are found and asked; what they are asked and what follows belongs in domain/.',
  },
  {
    from: `${pool}/doors/`,
    may: [
      `${pool}/doors/`,
      `${pool}/triggers/module.ts`,
      `${pool}/pool.ts`,
      `${pool}/seed.ts`,
      `${pool}/seed-file.ts`,
      `${pool}/definition/template.ts`,
      `${pool}/definition/yaml.ts`,
      `${pool}/cognito-local/read.ts`,
      `${pool}/cognito-local/unusable.ts`,
      `${pool}/:types`,
      '@hono/node-server',
      '@hono/node-server/',
      'node:',
    ],
    advice: 'a door is a thin wrapper around pool.ts; what it decides belongs behind that function.',
  },
  {
    from: `${pool}/test-`,
    may: [
      `${pool}/pool.ts`,
      `${pool}/protocol/`,
      `${pool}/core/`,
      `${pool}/test-`,
      'vitest',
      'cognito-srp-helper',
      'jose',
      `${pool}/:types`,
      'node:crypto',
    ],
    advice: 'tests speak through the public doors of the pool.',
  },
  {
    from: `${pool}/`,
    may: [`${pool}/`, 'hono', 'hono/', 'node:'],
    advice: 'pool.ts puts the parts together.',
  },
  {
    from: 'packages/local-user-pool/scripts/',
    may: ['packages/local-user-pool/', 'scripts/', 'node:'],
    advice: 'scripts build and document; behaviour belongs in src/.',
  },
  {
    from: `${doctor}/diagnoses/`,
    may: [
      `${doctor}/diagnoses/`,
      `${doctor}/diagnosis.ts`,
      `${doctor}/facts/`,
      `${doctor}/environment/`,
      `${doctor}/probes/`,
      `${doctor}/:types`,
    ],
    advice: 'a diagnosis looks at what was found; what asks somebody belongs in probes/.',
  },
  {
    from: `${doctor}/environment/`,
    may: [`${doctor}/environment/`, 'node:'],
    advice: 'what is read on this machine; what is asked over a network belongs in probes/.',
  },
  {
    from: `${doctor}/test-`,
    may: [`${doctor}/`, '@genkan/local-user-pool', 'api/src/local.ts', 'node:'],
    advice: 'what is ill on purpose is a real user pool and a real API.',
  },
  {
    from: `${doctor}/`,
    may: [`${doctor}/`, '@aws-sdk/client-cognito-identity-provider', 'node:'],
    advice: 'the doctor asks as anybody can: it knows no other part of the project.',
  },
  {
    from: 'packages/doctor/scripts/',
    may: ['packages/doctor/', 'scripts/', 'node:'],
    advice: 'scripts build and document; behaviour belongs in src/.',
  },
  {
    from: 'packages/sign-in/src/gateway/',
    may: ['packages/sign-in/src/', 'aws-amplify', 'aws-amplify/'],
    advice: 'the gateway is where Amplify is called and nothing else.',
  },
  {
    from: 'packages/sign-in/src/machine',
    may: [
      'packages/sign-in/src/machine',
      'packages/sign-in/src/step',
      'packages/sign-in/src/failure',
      'packages/sign-in/:types',
    ],
    advice: 'the machine is a pure function: React belongs in react/, Amplify in gateway/.',
  },
  {
    from: 'packages/sign-in/',
    may: ['packages/sign-in/', 'react', 'react/', 'lean-qr', 'aws-amplify:types'],
    advice: 'Amplify is called in gateway/ alone; anything else of Next or of the page belongs in web/.',
  },
  {
    from: 'web/',
    may: ['web/', '@genkan/sign-in', 'react', 'next', 'next/', 'node:'],
    advice: 'the page uses the public entry of packages/sign-in; what it lacks belongs there.',
  },
  {
    from: 'api/',
    may: ['api/', 'aws-jwt-verify', 'aws-jwt-verify/', 'aws-lambda', 'node:'],
    advice: 'the API verifies and answers; it knows no other part of the project.',
  },
  {
    from: 'examples/pool-',
    may: [
      'examples/pool-',
      '@genkan/local-user-pool',
      '@genkan/local-user-pool/',
      '@aws-sdk/',
      '@playwright/test',
      'aws-amplify',
      'aws-amplify/',
      'msw',
      'msw/',
    ],
    advice: 'an example of a door uses the package as it is published, and what a user of that door has.',
  },
  {
    from: 'examples/',
    may: [
      'examples/',
      '@genkan/',
      'aws-amplify',
      'aws-amplify/',
      'next',
      'next/',
      'react',
      'react-dom/',
      'vite',
      'node:',
    ],
    advice: 'an example uses public entries only: it is what an adopter would write.',
  },
  {
    from: 'contract/',
    may: [
      'contract/',
      '@genkan/doctor',
      '@genkan/local-user-pool',
      '@aws-sdk/',
      'aws-amplify',
      'aws-amplify/',
      'amazon-cognito-identity-js',
      'aws-jwt-verify',
      'aws-jwt-verify/',
      'cognito-srp-helper',
      'fast-check',
      'otpauth',
      'vitest',
      'node:',
    ],
    advice: 'contract tests speak through public entries and with real clients.',
  },
  {
    from: 'e2e/page/',
    may: [
      'e2e/page/',
      '@genkan/sign-in',
      '@genkan/sign-in/',
      '@aws-amplify/ui-react',
      '@aws-amplify/ui-react/',
      'aws-amplify',
      'aws-amplify/',
      'react',
      'react-dom/',
    ],
    advice: 'the page of the journeys is what an adopter would write; what drives it belongs beside it.',
  },
  {
    from: 'e2e/',
    may: [
      'e2e/',
      '@genkan/local-user-pool',
      '@genkan/local-user-pool/',
      'api/src/local.ts',
      'scripts/',
      '@playwright/',
      '@axe-core/',
      '@sparticuz/',
      'aws-amplify/auth',
      '@aws-amplify/core/',
      '@aws-sdk/',
      '@hono/node-server',
      'hono',
      'otpauth',
      'vite',
      'node:',
    ],
    advice: 'journeys drive the exported site over real ports; they import no part of the page.',
  },
  {
    from: 'scripts/',
    may: ['scripts/', '@genkan/local-user-pool', 'api/src/local.ts', 'node:'],
    advice: 'scripts start and check things; behaviour belongs in the package it is about.',
  },
]

/** Packages that any test may use besides what its folder may. */
export const inTests: readonly string[] = [
  'vitest',
  'fast-check',
  'jose',
  'cognito-srp-helper',
  'otpauth',
  '@aws-sdk/',
  'node:',
  'packages/local-user-pool/',
  'packages/sign-in/',
]
