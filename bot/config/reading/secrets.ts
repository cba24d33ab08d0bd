import { readFileSync } from 'node:fs';
import type { Problem } from '../problems/problem.ts';
import { nearest } from '../problems/spelling.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

interface SecretRule {
  readonly variable: string;
  /** What it is and where to find it. */
  readonly what: string;
  readonly shape: RegExp;
  readonly shapeInWords: string;
}

/** Every secret the bot knows. Each may also be named by a file: the variable with `_FILE` behind it. */
export const SECRETS = {
  slackBotToken: {
    variable: 'FAILBACK_SLACK_BOT_TOKEN',
    what: 'the bot token of the Slack app (OAuth & Permissions)',
    shape: /^xoxb-\S+$/,
    shapeInWords: 'begins with xoxb-',
  },
  slackAppToken: {
    variable: 'FAILBACK_SLACK_APP_TOKEN',
    what: 'the app-level token of the Slack app (Basic Information, scope connections:write)',
    shape: /^xapp-\S+$/,
    shapeInWords: 'begins with xapp-',
  },
  slackSigningSecret: {
    variable: 'FAILBACK_SLACK_SIGNING_SECRET',
    what: 'the signing secret of the Slack app (Basic Information)',
    shape: /^\S{16,}$/,
    shapeInWords: 'has at least 16 characters and no spaces',
  },
  teamsAppPassword: {
    variable: 'FAILBACK_TEAMS_APP_PASSWORD',
    what: 'a client secret of the Teams app in Microsoft Entra ID (Certificates & secrets, the value, not the id)',
    shape: /^\S{8,}$/,
    shapeInWords: 'has at least 8 characters and no spaces',
  },
  azureClientSecret: {
    variable: 'FAILBACK_AZURE_CLIENT_SECRET',
    what: 'a client secret of the application in Microsoft Entra ID (Certificates & secrets, the value, not the id)',
    shape: /^\S{8,}$/,
    shapeInWords: 'has at least 8 characters and no spaces',
  },
} as const satisfies Record<string, SecretRule>;

export type SecretName = keyof typeof SECRETS;
export type Secrets = Partial<Record<SecretName, string>>;

export interface SecretsFound {
  readonly secrets: Secrets;
  readonly problems: readonly Problem[];
}

/** Reads the secrets that are needed, from the environment or from the files it names. */
export function readSecrets(needed: readonly SecretName[], env: Environment): SecretsFound {
  const secrets: Secrets = {};
  const problems: Problem[] = [];
  for (const name of needed) {
    const found = readSecret(SECRETS[name], env);
    if (typeof found === 'string') secrets[name] = found;
    else problems.push(found);
  }
  return { secrets, problems };
}

/** Whether a secret is set in either way. */
export function isSet(name: SecretName, env: Environment): boolean {
  const { variable } = SECRETS[name];
  return Boolean(env[variable]) || Boolean(env[`${variable}_FILE`]);
}

function readSecret(rule: SecretRule, env: Environment): string | Problem {
  const fileVariable = `${rule.variable}_FILE`;
  const value = env[rule.variable];
  const file = env[fileVariable];
  if (value && file)
    return { name: rule.variable, text: `is set, and ${fileVariable} too. Keep one of them` };
  if (value) return checkShape(rule, rule.variable, value.trim());
  if (!file) return { name: rule.variable, text: missing(rule, env) };
  try {
    return checkShape(rule, fileVariable, readFileSync(file, 'utf8').trim());
  } catch (error) {
    return {
      name: fileVariable,
      text: `names a file that cannot be read (${codeOf(error)}): ${file}`,
    };
  }
}

function checkShape(rule: SecretRule, name: string, secret: string): string | Problem {
  if (rule.shape.test(secret)) return secret;
  return { name, text: `is not what it should be: ${rule.what} ${rule.shapeInWords}` };
}

function missing(rule: SecretRule, env: Environment): string {
  const others = Object.keys(env).filter((name) => name.startsWith('FAILBACK_') && !isKnown(name));
  const misspelt = nearest(rule.variable, others);
  const hint =
    misspelt === undefined ? '' : ` (${misspelt} is set, but nothing reads it: is it misspelt?)`;
  return `is not set: ${rule.what}. Set it, or ${rule.variable}_FILE to a file that holds it${hint}`;
}

function isKnown(variable: string): boolean {
  return Object.values(SECRETS).some(
    (rule) => variable === rule.variable || variable === `${rule.variable}_FILE`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}

/** A secret that was read before. Not having it is a mistake in the code, not in the settings. */
export function takeSecret(secrets: Secrets, name: SecretName): string {
  const secret = secrets[name];
  if (secret === undefined) throw new Error(`the secret ${name} was not read`);
  return secret;
}
