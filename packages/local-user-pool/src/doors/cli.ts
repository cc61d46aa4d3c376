#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded: what was compiled once is kept in the folder for temporary files, for the next start.
enableCompileCache()
await import('./command.ts')
