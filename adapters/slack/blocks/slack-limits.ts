/**
 * How much Slack takes: https://docs.slack.dev/reference/block-kit and the documentation of `@slack/types` 3.2.0.
 * In UTF-16 units, or pieces.
 */
export const SLACK_LIMITS = {
  messageBlocks: 50,
  modalBlocks: 100,
  headerText: 150,
  textObject: 3000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  identifier: 255,
  selectOptions: 100,
  optionText: 75,
  inputText: 2000,
  inputLength: 3000,
  modalTitle: 24,
  privateMetadata: 3000,
  messageText: 40_000,
  /** Undocumented; seen to be refused at about 13,200: https://github.com/slackapi/bolt-js/issues/2509 */
  messageSize: 13_200,
} as const;
