// What the arithmetic of sign-ins takes alone, on every core that this process may use: three powers modulo SRP's
// 3072-bit prime with exponents of 256 bits, and two signatures by RSA-2048, all by OpenSSL. Run with how long, in
// milliseconds.
import { createDiffieHellman, generateKeyPairSync, getDiffieHellman, randomBytes, sign } from 'node:crypto'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { parentPort, Worker } from 'node:worker_threads'

/** What it writes. */
export interface Arithmetic {
  readonly signInsPerSecond: number
  /** Milliseconds of processor time. */
  readonly processorEach: number
}

function signIns(duration: number): number {
  const from = performance.now()
  let done = 0
  for (; performance.now() - from < duration; done += 1) {
    for (let power = 0; power < 3; power += 1) {
      group.setPrivateKey(randomBytes(32))
      group.generateKeys()
    }
    for (let token = 0; token < 2; token += 1) sign('sha256', claims, privateKey)
  }
  return done
}

// Whether it is a prime is tested here, which takes a second or more.
const group = createDiffieHellman(getDiffieHellman('modp15').getPrime(), 2)
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const claims = randomBytes(600)

async function onAllCores(duration: number): Promise<Arithmetic> {
  const others = Array.from(
    { length: availableParallelism() - 1 },
    () => new Worker(new URL(import.meta.url)),
  )
  await Promise.all(others.map((other) => once(other, 'message')))
  const before = process.cpuUsage()
  const counts = others.map((other) => once(other, 'message'))
  for (const other of others) other.postMessage(duration)
  const done = signIns(duration)
  const all = (await Promise.all(counts)).reduce((sum, [count]) => sum + count, done)
  const { user, system } = process.cpuUsage(before)
  await Promise.all(others.map((other) => other.terminate()))
  return { signInsPerSecond: (all / duration) * 1000, processorEach: (user + system) / 1000 / all }
}

if (parentPort) {
  parentPort.on('message', (duration) => parentPort?.postMessage(signIns(duration)))
  parentPort.postMessage('ready')
} else {
  console.log(JSON.stringify(await onAllCores(Number(process.argv[2]))))
}
