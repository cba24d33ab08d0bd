import { type Environment, isSet, SECRETS, type SecretName } from './reading/secrets.ts';

/** The ones of the usual way into each chat. */
const FIRST_SECRETS: readonly SecretName[] = ['slackBotToken', 'slackAppToken', 'teamsAppPassword'];

/** One screen for somebody who starts the bot for the first time: what is missing and how to begin. */
export function describeFirstSteps(path: string, env: Environment): string {
  return [
    `There are no settings yet: ${path} does not exist.`,
    '',
    'To look around without a chat and without Azure, in a clone of its own:',
    '  npm ci && npm run rehearse -- --play',
    '',
    'To set the bot up:',
    `  1. cp failback.example.yaml ${path}`,
    '     and fill it in: every setting is explained there.',
    '  2. Set the secrets of your chat in the environment, or name a file for each with _FILE behind the',
    '     variable. Slack and Teams are optional, but one of them is needed:',
    ...FIRST_SECRETS.map((name) => secretLine(name, env)),
    '     (With Slack over HTTP, another identity for Teams or a client secret for Azure the variables differ:',
    '     the file says which.)',
    '  3. Start the bot again. It names everything that is still wrong, at once.',
    '',
    'The settings may also be elsewhere: set FAILBACK_CONFIG to their path.',
    'docs/install.md has the whole way, docs/install-teams.md what is different in Teams.',
  ].join('\n');
}

function secretLine(name: SecretName, env: Environment): string {
  const { variable, what } = SECRETS[name];
  return `     ${isSet(name, env) ? '[set]    ' : '[not set]'} ${variable}: ${what}`;
}
