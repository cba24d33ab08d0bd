import { type Environment, isSet, SECRETS, type SecretName } from './secrets.ts';

/** The secrets that the content of the file asks for; works on content that is not valid too. */
export function neededSecrets(value: unknown): readonly SecretName[] {
  const kind = at(value, 'azure', 'credential', 'kind');
  return [
    ...(at(value, 'slack') === undefined ? [] : slackSecrets(at(value, 'slack', 'mode'))),
    ...(at(value, 'teams', 'credential', 'kind') === 'singleTenant'
      ? (['teamsAppPassword'] as const)
      : []),
    ...(kind === 'clientSecret' ? (['azureClientSecret'] as const) : []),
  ];
}

/** One line for every secret that is set though nothing asks for it: somebody believes that it is in use. */
export function unusedSecrets(needed: readonly SecretName[], env: Environment): readonly string[] {
  const names = Object.keys(SECRETS) as SecretName[];
  return names
    .filter((name) => !needed.includes(name) && isSet(name, env))
    .map((name) => `${SECRETS[name].variable} is set, but these settings do not use it`);
}

function slackSecrets(mode: unknown): readonly SecretName[] {
  return ['slackBotToken', mode === 'http' ? 'slackSigningSecret' : 'slackAppToken'];
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null
        ? (node as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}
