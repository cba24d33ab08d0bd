import { z } from 'zod';
import { SLACK_LIMITS } from './slack-limits.ts';

/**
 * What Slack takes, as far as the bot uses it: block types, their fields and their limits. Stricter than Slack in that a
 * block type or a field that the bot does not use is refused too.
 */
const identifier = z.string().min(1).max(SLACK_LIMITS.identifier);
const blockId = identifier.optional();

function plain(max: number) {
  const text = z.string().min(1).max(max);
  return z.strictObject({ type: z.literal('plain_text'), text, emoji: z.boolean().optional() });
}

const mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z.string().min(1).max(SLACK_LIMITS.textObject),
  verbatim: z.boolean().optional(),
});

const style = z.strictObject({ bold: z.boolean().optional(), code: z.boolean().optional() });
const richTextText = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  style: style.optional(),
});
const richTextInline = z.discriminatedUnion('type', [
  richTextText,
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().min(1),
    fallback: z.string().min(1).optional(),
  }),
]);
const richTextSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(richTextInline).min(1),
});
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richTextSection,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richTextSection).min(1),
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(richTextText).min(1),
        }),
      ]),
    )
    .min(1),
});

const button = z.strictObject({
  type: z.literal('button'),
  action_id: identifier,
  text: plain(SLACK_LIMITS.buttonText),
  value: z.string().max(SLACK_LIMITS.buttonValue),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(SLACK_LIMITS.buttonText).optional(),
});

const option = z.strictObject({
  text: plain(SLACK_LIMITS.optionText),
  value: z.string().min(1).max(SLACK_LIMITS.optionText),
});
const inputElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: identifier,
    max_length: z.int().min(1).max(SLACK_LIMITS.inputLength).optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: identifier,
    options: z.array(option).min(1).max(SLACK_LIMITS.selectOptions),
  }),
  // https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id: identifier,
    options: z.array(option).min(1).max(SLACK_LIMITS.selectOptions),
    initial_options: z.array(option).min(1).max(SLACK_LIMITS.selectOptions).optional(),
  }),
]);

const header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: plain(SLACK_LIMITS.headerText),
});
const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [plain(SLACK_LIMITS.textObject), mrkdwn]))
    .min(1)
    .max(SLACK_LIMITS.contextElements),
});
const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(button).min(1).max(SLACK_LIMITS.actionElements),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plain(SLACK_LIMITS.inputText),
  hint: plain(SLACK_LIMITS.inputText).optional(),
  optional: z.boolean().optional(),
  element: inputElement,
});

/** The blocks of a message. */
export const messageBlocks = z
  .array(z.discriminatedUnion('type', [header, richText, context, divider, actions]))
  .max(SLACK_LIMITS.messageBlocks);
/** A modal view. */
export const modal = z.strictObject({
  type: z.literal('modal'),
  title: plain(SLACK_LIMITS.modalTitle),
  submit: plain(SLACK_LIMITS.modalTitle),
  close: plain(SLACK_LIMITS.modalTitle),
  callback_id: identifier,
  private_metadata: z.string().max(SLACK_LIMITS.privateMetadata),
  blocks: z
    .array(z.discriminatedUnion('type', [header, richText, context, divider, actions, input]))
    .min(1)
    .max(SLACK_LIMITS.modalBlocks),
});
