export type { CognitoLocal } from './cognito-local/read.ts'
export { CognitoLocalUnusableError } from './cognito-local/unusable.ts'
export type { SeenRequest } from './console/requests.ts'
export type { DeployedClient, DeployedPool, Deployment } from './definition/deploy.ts'
export type { Difference } from './definition/differences.ts'
export type { Definition } from './definition/plan.ts'
export { TemplateError } from './definition/template.ts'
export type { Authority, ServerCertificate } from './domain/authority.ts'
export type { Delivery } from './domain/deliveries.ts'
export type { ChallengeResult, TriggerEvent, TriggerName, Triggers } from './domain/trigger-events.ts'
export { readCognitoLocal } from './doors/cognito-local-folder.ts'
export { type RunningLocalUserPool, startLocalUserPool } from './doors/http.ts'
export { readTemplateFile } from './doors/template-file.ts'
export { describeDelivery, describeDeployment, describeSeed } from './doors/terminal.ts'
export {
  ConnectionCutError,
  createLocalUserPool,
  type LocalUserPool,
  type LocalUserPoolOptions,
} from './pool.ts'
export { exampleSeed, type Seed, type SeedState, type SeedUser, UnusableSeedError } from './seed.ts'
export { readSeed } from './seed-file.ts'
export { DatabaseUnusableError } from './storage/database.ts'
export { loadTriggers, TriggersUnusableError } from './triggers/module.ts'
