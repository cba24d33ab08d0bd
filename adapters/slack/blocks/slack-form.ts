import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Directory } from '../../../bot/access/directory.ts';
import { parseJson } from '../../../bot/chat/endpoint/parse-json.ts';
import { pressSchema } from '../../../bot/chat/endpoint/press-schema.ts';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import type {
  SpokenField as Field,
  SpokenForm as Form,
  SpokenPart as Part,
  Press,
} from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { plainTextObject, renderSlackParts } from './slack-blocks.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

/** Marks our own modals among all that come back. */
const FORM_CALLBACK = 'failback-form';

type Choice = Extract<Field, { kind: 'choice' }>;
type Option = Choice['options'][number];

/** What a modal carries through Slack and back: where its answers belong. */
const carriedSchema = z.object({
  command: z.string(),
  channel: z.string(),
  press: pressSchema.optional(),
});

const submittedSchema = z.object({
  callback_id: z.literal(FORM_CALLBACK),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

const answerSchema = z.union([
  z.object({ value: z.string() }).transform((answer) => answer.value),
  z
    .object({ selected_option: z.object({ value: z.string() }) })
    .transform((answer) => answer.selected_option.value),
  z
    .object({ selected_options: z.array(z.object({ value: z.string() })).min(1) })
    .transform((answer) => answer.selected_options.map(({ value }) => value).join(',')),
]);

/** The answers to a form, and where they belong. */
export interface SubmittedForm {
  readonly command: string;
  readonly channel: string;
  readonly press?: Press;
  readonly values: Readonly<Record<string, string>>;
}

/** Who reads it. */
interface Reader {
  readonly directory: Directory;
  readonly speaker: Speaker;
}

/** Draws a form as a modal view. A field is the block whose id is the field's name. */
export function renderSlackForm(
  form: Form,
  channel: string,
  { directory, speaker }: Reader,
): ModalView {
  const { command, press } = form;
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    title: plainTextObject(form.title, SLACK_LIMITS.modalTitle),
    submit: plainTextObject(form.submit, SLACK_LIMITS.modalTitle),
    close: plainTextObject(speaker.text(phrase('Cancel')), SLACK_LIMITS.modalTitle),
    private_metadata: JSON.stringify({ command, channel, ...(press && { press }) }),
    blocks: [
      ...renderSlackParts(form.intro, directory),
      ...form.fields.flatMap((field) => renderField(field, { directory, speaker })),
    ],
  };
}

/** Reads a submitted modal; undefined when it is none of ours or makes no sense. Fields left empty are absent. */
export function readForm(view: unknown): SubmittedForm | undefined {
  const submitted = submittedSchema.safeParse(view).data;
  const carried = carriedSchema.safeParse(parseJson(submitted?.private_metadata ?? '')).data;
  if (submitted === undefined || carried === undefined) return undefined;
  const { press, ...rest } = carried;
  return { ...rest, ...(press && { press }), values: readAnswers(submitted.state.values) };
}

function readAnswers(blocks: Record<string, Record<string, unknown>>): Record<string, string> {
  const answers = Object.entries(blocks).flatMap(([name, elements]) => {
    const answer = answerSchema.safeParse(Object.values(elements)[0]);
    return answer.success ? [[name, answer.data] as const] : [];
  });
  return Object.fromEntries(answers);
}

function renderField(field: Field, reader: Reader): KnownBlock[] {
  if (field.kind === 'choice') return renderChoice(field, reader);
  const hint =
    field.hint === undefined ? {} : { hint: plainTextObject(field.hint, SLACK_LIMITS.inputText) };
  const element = {
    type: 'plain_text_input',
    action_id: 'answer',
    max_length: SLACK_LIMITS.inputLength,
  } as const;
  return [{ ...inputBlock(field, element), ...hint }];
}

/** Choices that Slack has no room for are not shown; the form says how many. */
function renderChoice(field: Choice, { directory, speaker }: Reader): KnownBlock[] {
  const offered = field.options
    .filter(({ value }) => value !== '' && value.length <= SLACK_LIMITS.optionText)
    .filter(({ value }) => field.several === undefined || !value.includes(','))
    .slice(0, SLACK_LIMITS.selectOptions);
  const missing = field.options.length - offered.length;
  const left = phrase('{label}: {missing} of {count} choices do not fit here.', {
    label: field.label,
    missing,
    count: field.options.length,
  });
  const note: Part = { kind: 'note', line: [speaker.text(left)] };
  const element = selectOf(field, offered);
  return [
    ...(offered.length === 0 ? [] : [inputBlock(field, element)]),
    ...(missing === 0 && offered.length > 0 ? [] : renderSlackParts([note], directory)),
  ];
}

function selectOf({ several }: Choice, offered: readonly Option[]): InputBlock['element'] {
  const options = offered.map(renderOption);
  if (several === undefined) return { type: 'static_select', action_id: 'answer', options };
  const chosen = options.filter(({ value }) => several.chosen.includes(value));
  return {
    type: 'multi_static_select',
    action_id: 'answer',
    options,
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}

function renderOption(option: Option) {
  return { text: plainTextObject(option.label, SLACK_LIMITS.optionText), value: option.value };
}

function inputBlock(field: Field, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plainTextObject(field.label, SLACK_LIMITS.inputText),
    optional: field.optional === true,
    element,
  };
}
