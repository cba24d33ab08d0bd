// Starts the worker where nothing is compiled: the loader of the main thread, which reads TypeScript, does not reach into
// its workers.
import { register } from 'tsx/esm/api';

register();
await import('./verify-worker.ts');
