/** How much Teams takes. */
export const TEAMS_LIMITS = {
  /**
   * Bytes of a card as UTF-8; as UTF-16, which Teams counts in, never more than twice that. Teams states about 100 KB for
   * a message, and 28 KB for the cards of connectors: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  cardBytes: 25_000,
  /** The official renderer shows no more in one row, and a decision must not be missed. */
  actionsInRow: 5,
  /** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
  refreshUsers: 60,
  /** An invoke is answered well before the 3 seconds that the bot allows itself. */
  invokeMs: 2_500,
  actionTitle: 75,
  inputLength: 3_000,
  choices: 100,
  choiceText: 200,
  summary: 1_000,
  /** The words that answer a press stand in a narrow banner. */
  banner: 1_500,
} as const;
