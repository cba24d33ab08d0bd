import { z } from 'zod';
import { pressSchema } from '../../../bot/chat/endpoint/press-schema.ts';
import type { Speaker } from '../../../bot/chat/language/speaker.ts';
import type {
  SpokenField as Field,
  SpokenForm as Form,
  SpokenLine as Line,
  Press,
} from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import type { AdaptiveCard, CardElement, ChoiceInput, TextInput } from './card-elements.ts';
import { executeAction } from './teams-actions.ts';
import { assembleCard, type CardReader, renderTeamsParts } from './teams-cards.ts';
import { TEAMS_LIMITS } from './teams-limits.ts';
import { mentionsIn } from './teams-mentions.ts';
import { plainWords } from './teams-text.ts';
import { VERBS } from './teams-verbs.ts';

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
export function renderTeamsForm(
  form: Form,
  carried: Omit<CarriedForm, 'command' | 'press'>,
  { back, ...reader }: CardReader & { readonly back: boolean },
): AdaptiveCard {
  const { command, press } = form;
  const { directory, speaker } = reader;
  const elements: CardElement[] = [
    ...renderTeamsParts([{ kind: 'title', text: form.title }, ...form.intro], directory),
    ...form.fields.flatMap((field) => renderField(field, reader)),
    {
      type: 'ActionSet',
      actions: [
        executeAction({
          title: form.submit,
          verb: VERBS.submit,
          data: { failback: { form: { command, ...carried, ...(press && { press }) } } },
          style: 'positive',
        }),
        ...(back ? [backTo(speaker)] : []),
      ],
    },
  ];
  return assembleCard(elements, {
    fallbackText: plainWords(form.title, TEAMS_LIMITS.summary),
    entities: mentionsIn(form.intro, directory),
    speaker,
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
const backTo = (speaker: Speaker) =>
  ({
    type: 'Action.Execute',
    title: speaker.text(phrase('Back')),
    verb: VERBS.show,
    data: {},
    associatedInputs: 'none',
  }) as const;

function renderField(field: Field, reader: CardReader): CardElement[] {
  if (field.kind === 'choice') return renderChoice(field, reader);
  const input: TextInput = {
    type: 'Input.Text',
    ...inputOf(field, reader.speaker),
    maxLength: TEAMS_LIMITS.inputLength,
    ...(field.hint !== undefined && {
      placeholder: plainWords(field.hint, TEAMS_LIMITS.choiceText),
    }),
  };
  return [input];
}

/** Choices that there is no room for are not shown; the form says how many. */
function renderChoice(field: Choice, { directory, speaker }: CardReader): CardElement[] {
  const offered = field.options
    .filter(({ value }) => value !== '' && !value.includes(','))
    .slice(0, TEAMS_LIMITS.choices);
  const missing = field.options.length - offered.length;
  const left = phrase('{label}: {missing} of {count} choices do not fit here.', {
    label: field.label,
    missing,
    count: field.options.length,
  });
  const line: Line = [speaker.text(left)];
  const input: ChoiceInput = {
    type: 'Input.ChoiceSet',
    ...inputOf(field, speaker),
    style: offered.length > 5 ? 'compact' : 'expanded',
    ...severalOf(field),
    choices: offered.map(({ label, value }) => ({
      title: plainWords(label, TEAMS_LIMITS.choiceText),
      value,
    })),
  };
  return [
    ...(offered.length === 0 ? [] : [input]),
    ...(missing === 0 && offered.length > 0
      ? []
      : renderTeamsParts([{ kind: 'note', line }], directory)),
  ];
}

function severalOf({ several }: Choice): Pick<ChoiceInput, 'isMultiSelect' | 'value'> {
  if (several === undefined) return {};
  return {
    isMultiSelect: true,
    ...(several.chosen.length > 0 && { value: several.chosen.join(',') }),
  };
}

function inputOf(field: Field, speaker: Speaker) {
  return {
    id: `${PREFIX}${field.name}`,
    label: plainWords(field.label, TEAMS_LIMITS.summary),
    isRequired: field.optional !== true,
    errorMessage: speaker.text(phrase('This is needed.')),
  };
}
