/** What a credential looks like, wherever it turns up: in the settings file, in a log line. All match globally. */
export const SECRET_SHAPES: readonly RegExp[] = [
  // Slack: bot, user, app-level and refresh tokens. https://docs.slack.dev/authentication/tokens
  /\bxox[a-z](?:\.xox[a-z])?-[\w-]+/gi,
  /\bxapp-[\w-]+/gi,
  // Slack: an incoming webhook, or the address that answers a command. Whoever has it can post.
  /https:\/\/hooks\.slack(?:-gov)?\.com\/[^\s"'\\]+/gi,
  // A JSON web token: what Azure hands out as an access token.
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  // A client secret of Microsoft Entra ID.
  /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/g,
  // A private key, as it is or inside a JSON string, up to the end of that string.
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^"\\]|\\[nr])*/g,
];

/** Whether a text has something in it that looks like a credential. */
export function looksLikeSecret(text: string): boolean {
  return SECRET_SHAPES.some((shape) => text.search(shape) !== -1);
}
