// Starts the worker where nothing is compiled: Node 20 runs no TypeScript, and the loader of the main thread does not
// reach into its workers.
import { register } from 'tsx/esm/api';

register();
await import('./verify-worker.ts');
