import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, constants, getPriority } from 'node:os'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newVerifier } from '../core/srp.ts'
import vectors from '../core/srp.vectors.json' with { type: 'json' }
import { Threads } from './threads.ts'

const identity = { poolId: 'us-east-1_Threads00', username: 'hanako' }
const password = 'Genkan-2026'
const verifier = newVerifier(identity, password, randomBytes)

function newThreads(): Threads {
  const threads = new Threads()
  onTestFinished(() => threads.close())
  return threads
}

const manyOf = (threads: Threads) =>
  Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      threads.calculate('matchesPassword', identity, index % 2 === 0 ? password : 'wrong', verifier),
    ),
  )
const answersOfMany = Array.from({ length: 20 }, (_, index) => index % 2 === 0)

test('one calculation after another starts no thread', async () => {
  const threads = newThreads()
  for (const right of [true, false]) {
    const given = right ? password : 'wrong'
    expect(await threads.calculate('matchesPassword', identity, given, verifier)).toBe(right)
    await new Promise(setImmediate)
  }
  expect(threads.running).toBe(0)
})

test('some at the same time start none either, and each is answered what it asked', async () => {
  const threads = newThreads()
  expect(await manyOf(threads)).toEqual(answersOfMany)
  expect(threads.running).toBe(0)
})

test('many at the same time start one for each core, and each is answered what it asked', async () => {
  const threads = newThreads()
  for (let round = 0; round < 6; round += 1) await manyOf(threads)
  await vi.waitFor(() => expect(threads.running).toBe(availableParallelism()))
  expect(await manyOf(threads)).toEqual(answersOfMany)
})

test.runIf(process.platform === 'linux')('threads give way to whoever takes requests', async () => {
  const threads = newThreads()
  await threads.start()
  await manyOf(threads)
  const lower = Math.min(getPriority() + 5, constants.priority.PRIORITY_LOW)
  const givingWay = prioritiesOfThreads().filter((priority) => priority === lower)
  expect(givingWay.length).toBeGreaterThanOrEqual(threads.running)
})

/** The `nice` value of every thread of this process (proc_pid_stat(5), the 19th field). */
function prioritiesOfThreads(): number[] {
  const folder = '/proc/self/task'
  const stats = readdirSync(folder).map((id) => readFileSync(`${folder}/${id}/stat`, 'utf8'))
  // The name, in brackets, may have blanks.
  return stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]))
}

test('a thread takes a proof for what it is', async () => {
  const threads = newThreads()
  await threads.start()
  for (const { user, poolId, signature, secretBlock, ...numbers } of vectors.slice(0, 3)) {
    const exchange = { ...numbers, poolId, username: user, secretBlock: Buffer.from(secretBlock, 'base64') }
    const proof = Buffer.from(signature, 'base64')
    expect(await threads.calculate('provesPassword', exchange, proof)).toBe(true)
    proof[7] = (proof[7] ?? 0) ^ 1
    expect(await threads.calculate('provesPassword', exchange, proof)).toBe(false)
  }
})

test('what the threads are at work on when they end is calculated all the same, and what comes later', async () => {
  const threads = newThreads()
  await threads.start()
  const many = manyOf(threads)
  threads.close()
  expect(await many).toEqual(answersOfMany)
  expect(await manyOf(threads)).toEqual(answersOfMany)
})
