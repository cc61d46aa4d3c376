// What it takes to have a pool within a process, as tests do. Run with the module that makes one; writes milliseconds.
const { createLocalUserPool, exampleSeed }: typeof import('@genkan/local-user-pool') = await import(
  process.argv[2] ?? ''
)

const often = 20

const answered = async (
  pool: { fetch(request: Request): Promise<Response> },
  path: string,
  init: RequestInit,
) => {
  const response = await pool.fetch(new Request(`http://localhost:9339${path}`, init))
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
}

const describe = {
  method: 'POST',
  headers: {
    'x-amz-target': 'AWSCognitoIdentityProviderService.DescribeUserPool',
    authorization: 'AWS4-HMAC-SHA256',
  },
  body: JSON.stringify({ UserPoolId: exampleSeed.userPoolId }),
}

/** The median of several times. */
async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < often; time += 1) times.push(await timeOf(work))
  return times.sort((one, other) => one - other)[often >> 1] ?? 0
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const freshPool = async () => {
  const pool = createLocalUserPool({ seed: exampleSeed })
  await answered(pool, '/', describe)
  pool.close()
}

const loaded = performance.now()
const first = await timeOf(freshPool)
const next = await median(freshPool)
const pool = createLocalUserPool({ seed: exampleSeed })
const reset = await median(() => answered(pool, '/_local/reset', { method: 'POST' }))
pool.close()

console.log(
  JSON.stringify({
    'a process until the module is loaded': loaded,
    'the first pool of a process, with the seed and an answer': first,
    'each further pool': next,
    'reset to the seed': reset,
  }),
)

export {}
