import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { judgeSettings } from './config/checking/judge-settings.ts';
import { describeFirstSteps } from './config/first-steps.ts';
import { explainIssue } from './config/problems/explain-issue.ts';
import {
  type Finding,
  nameOfPath,
  type Problem,
  problemLine,
  sortProblems,
} from './config/problems/problem.ts';
import {
  type AzureConfig,
  azureConfigOf,
  checkCertificateAuthority,
} from './config/reading/azure-config.ts';
import { neededSecrets, unusedSecrets } from './config/reading/needed-secrets.ts';
import { applyOverrides } from './config/reading/overrides.ts';
import { type Environment, readSecrets, type Secrets } from './config/reading/secrets.ts';
import { type SlackConfig, slackConfigOf } from './config/reading/slack-config.ts';
import { type TeamsConfig, teamsConfigOf } from './config/reading/teams-config.ts';
import { readYaml, type YamlSource } from './config/reading/yaml-source.ts';
import { type DeepReadonly, deepFreeze } from './config/sections/deep-freeze.ts';
import { type Settings, settings as settingsSchema } from './config/sections/settings.ts';
import { ConfigError } from './failback/ports/errors.ts';

/** Everything the bot is told from outside: the settings file and the environment, checked, frozen and complete. */
export type Config = DeepReadonly<
  Omit<Settings, 'azure' | 'slack' | 'teams'> & {
    azure: AzureConfig;
    slack?: SlackConfig;
    /** The environment that PowerShell is started from; only what it needs of it is passed on. */
    environment: Environment;
    teams?: TeamsConfig;
    /** Every secret that was read, for the logger to keep out of its lines. */
    secretValues: string[];
    /** What works, but not as somebody may think. To be logged at the start. */
    warnings: string[];
  }
>;

export interface ConfigSource {
  /** The settings file; `FAILBACK_CONFIG`, else `failback.yaml`, when it is left out. */
  readonly path?: string;
  readonly env?: Environment;
}

/** Reads the settings. Throws `ConfigError` with all problems, each with its place and what to do. */
export function loadConfig(source: ConfigSource = {}): Config {
  const { path, env } = whereIs(source);
  const yaml = openYaml(path, env);
  const folder = dirname(resolve(path));
  const { value, variableOf } = applyOverrides(yaml.value, env);
  const needed = neededSecrets(value);
  const { secrets, problems: missing } = readSecrets(needed, env);
  const { settings, findings, warnings } = judgeSettings(value);
  const problems = [
    ...[...findings, ...checkFiles(settings, folder)].map(placeIn(yaml, variableOf)),
    ...missing,
  ];
  if (settings === undefined || problems.length > 0) throw configError(path, problems);
  return assemble(settings, {
    secrets,
    folder,
    warnings: [...warnings, ...unusedSecrets(needed, env)],
    env,
  });
}

/**
 * Where the ledger is, for the audit on the command line: it needs no secrets, and nothing else has to be right.
 * Throws `ConfigError`.
 */
export function ledgerPath(source: ConfigSource = {}): string {
  const { path, env } = whereIs(source);
  const alone = applyOverrides({}, env);
  const yaml = alone.variableOf.has('storage.path') ? readYaml('') : openYaml(path, env);
  const { value, variableOf } = applyOverrides(yaml.value, env);
  const storage = settingsSchema.pick({ storage: true }).loose();
  const { data, error } = storage.safeParse(value, { error: explainIssue });
  if (data !== undefined) return resolve(dirname(resolve(path)), data.storage.path);
  const findings = error.issues.map(({ path: place, message: text }) => ({ path: place, text }));
  throw configError(path, findings.map(placeIn(yaml, variableOf)));
}

function whereIs(source: ConfigSource): { readonly path: string; readonly env: Environment } {
  const env = source.env ?? process.env;
  return { env, path: source.path ?? (env['FAILBACK_CONFIG'] || 'failback.yaml') };
}

function openYaml(path: string, env: Environment): YamlSource {
  const yaml = readYaml(readSettingsFile(path, env));
  if (yaml.problems.length > 0) throw configError(path, yaml.problems);
  return yaml;
}

function configError(path: string, problems: readonly Problem[]): ConfigError {
  return new ConfigError(sortProblems(problems).map((problem) => problemLine(path, problem)));
}

/** What the environment has overridden is named by its variable, all else by its place in the file. */
function placeIn(yaml: YamlSource, variableOf: ReadonlyMap<string, string>) {
  return ({ path, text }: Finding): Problem => {
    const name = nameOfPath(path);
    const variable = variableOf.get(name);
    return variable === undefined
      ? { name, text, line: yaml.lineOf(path) }
      : { name: variable, text };
  };
}

function checkFiles(settings: Settings | undefined, folder: string): readonly Finding[] {
  return settings === undefined ? [] : checkCertificateAuthority(settings.azure, folder);
}

interface Parts {
  readonly secrets: Secrets;
  readonly folder: string;
  readonly warnings: string[];
  readonly env: Environment;
}

function assemble(settings: Settings, { secrets, folder, warnings, env }: Parts): Config {
  const { azure, slack, teams, storage, ...rest } = settings;
  return deepFreeze({
    ...rest,
    storage: { path: resolve(folder, storage.path) },
    azure: azureConfigOf(azure, secrets, folder),
    ...(slack !== undefined && { slack: slackConfigOf(slack, secrets) }),
    environment: { ...env },
    ...(teams !== undefined && { teams: teamsConfigOf(teams, secrets) }),
    secretValues: Object.values(secrets),
    warnings,
  });
}

function readSettingsFile(path: string, env: Environment): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new ConfigError([describeFirstSteps(path, env)], { cause: error });
    throw new ConfigError([`${path}: cannot be read (${String(code)}).`], { cause: error });
  }
}
