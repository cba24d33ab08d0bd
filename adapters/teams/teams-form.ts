import { z } from 'zod';
import type { Directory } from '../../bot/access/directory.ts';
import type {
  SpokenField as Field,
  SpokenForm as Form,
  SpokenLine as Line,
  Press,
} from '../../bot/chat/message.ts';
import type { AdaptiveCard, CardElement, ChoiceInput, TextInput } from './card-elements.ts';
import { executeAction } from './teams-actions.ts';
import { assembleCard, renderParts } from './teams-cards.ts';
import { LIMITS } from './teams-limits.ts';
import { mentionsIn } from './teams-mentions.ts';
import { pressSchema, VERBS } from './teams-press.ts';
import { plainWords } from './teams-text.ts';

type Choice = Extract<Field, { kind: 'choice' }>;

/** What a form carries through Teams and back: where its answers belong. */
export interface CarriedForm {
  readonly command: string;
  readonly channel: string;
  /** Where the form is shown away from its channel, what proves that the channel was not changed on the way. */
  readonly seal?: string | undefined;
  readonly press?: Press | undefined;
}

/** Keeps the answers apart from the bot's own data, with which Teams mixes them. */
const PREFIX = 'field:';

/** The data of an action of the bot. */
export const actionDataSchema = z.looseObject({
  failback: z.object({
    press: pressSchema.optional(),
    form: z
      .object({
        command: z.string().min(1),
        channel: z.string(),
        seal: z.string().optional(),
        press: pressSchema.optional(),
      })
      .optional(),
  }),
});

/** Draws a form as a card. `back` offers the message that the form stands in place of. */
export function renderForm(
  form: Form,
  carried: Omit<CarriedForm, 'command' | 'press'>,
  { directory, back }: { readonly directory: Directory; readonly back: boolean },
): AdaptiveCard {
  const { command, press } = form;
  const elements: CardElement[] = [
    ...renderParts([{ kind: 'title', text: form.title }, ...form.intro], directory),
    ...form.fields.flatMap((field) => renderField(field, directory)),
    {
      type: 'ActionSet',
      actions: [
        executeAction({
          title: form.submit,
          verb: VERBS.submit,
          data: { failback: { form: { command, ...carried, ...(press && { press }) } } },
          style: 'positive',
        }),
        ...(back ? [BACK] : []),
      ],
    },
  ];
  return assembleCard(elements, {
    fallbackText: plainWords(form.title, LIMITS.summary),
    entities: mentionsIn(form.intro, directory),
  });
}

/** The answers among an action's data. Fields left empty are absent. */
export function readAnswers(
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      key.startsWith(PREFIX) && typeof value === 'string' && value !== ''
        ? [[key.slice(PREFIX.length), value]]
        : [],
    ),
  );
}

/** A client that does not know `Action.Execute` has no use for it: there the form is a message of its own. */
const BACK = {
  type: 'Action.Execute',
  title: 'Back',
  verb: VERBS.show,
  data: {},
  associatedInputs: 'none',
} as const;

function renderField(field: Field, directory: Directory): CardElement[] {
  if (field.kind === 'choice') return renderChoice(field, directory);
  const input: TextInput = {
    type: 'Input.Text',
    ...inputOf(field),
    maxLength: LIMITS.inputLength,
    ...(field.hint !== undefined && { placeholder: plainWords(field.hint, LIMITS.choiceText) }),
  };
  return [input];
}

/** Choices that there is no room for are not shown; the form says how many. */
function renderChoice(field: Choice, directory: Directory): CardElement[] {
  const offered = field.options
    .filter(({ value }) => value !== '' && !value.includes(','))
    .slice(0, LIMITS.choices);
  const missing = field.options.length - offered.length;
  const line: Line = [
    `${field.label}: ${missing} of ${field.options.length} choices do not fit here.`,
  ];
  const input: ChoiceInput = {
    type: 'Input.ChoiceSet',
    ...inputOf(field),
    style: offered.length > 5 ? 'compact' : 'expanded',
    choices: offered.map(({ label, value }) => ({
      title: plainWords(label, LIMITS.choiceText),
      value,
    })),
  };
  return [
    ...(offered.length === 0 ? [] : [input]),
    ...(missing === 0 && offered.length > 0
      ? []
      : renderParts([{ kind: 'note', line }], directory)),
  ];
}

function inputOf(field: Field) {
  return {
    id: `${PREFIX}${field.name}`,
    label: plainWords(field.label, LIMITS.summary),
    isRequired: field.optional !== true,
    errorMessage: 'This is needed.',
  };
}
