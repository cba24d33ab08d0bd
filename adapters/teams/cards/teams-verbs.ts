/** The verbs of the bot's own actions. A verb only sorts: what it leads to is decided by the data and the sender. */
export const VERBS = {
  press: 'failback/press',
  submit: 'failback/submit',
  /** Shows a message again as everybody sees it. Decides nothing. */
  show: 'failback/show',
} as const;
