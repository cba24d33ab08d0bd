/** How much Teams takes. */
export const LIMITS = {
  /**
   * Bytes of one activity's card, counted as UTF-8 and as UTF-16, whichever is more. Teams states about 100 KB, older
   * copies of the page 40 KB and less: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  cardBytes: 25_000,
  /** More actions than this in one row go behind a menu, where a decision would be missed. */
  actionsInRow: 6,
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
