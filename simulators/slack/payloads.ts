import type { Payload } from './deliveries.ts';
import type { Block, Content, ShownView, SimulatedUser, Workspace } from './workspace.ts';

/** A button as it stands in a message. */
export interface ShownButton {
  readonly label: string;
  readonly element: Readonly<Record<string, unknown>>;
}

/** What makes a payload besides the person. */
export interface PayloadParts {
  readonly workspace: Workspace;
  readonly user: SimulatedUser;
  readonly origin: string;
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
export function slashPayload(parts: PayloadParts, channel: string, line: string): Payload {
  const { workspace, user, origin } = parts;
  const [command = '', ...words] = line.split(' ');
  const body = {
    team_id: workspace.teamOf(user),
    team_domain: 'simulated',
    channel_id: channel,
    channel_name: workspace.channels.get(channel)?.name ?? 'directmessage',
    user_id: user.id,
    user_name: user.name,
    command,
    text: words.join(' '),
    api_app_id: 'A0FAILBACK',
    is_enterprise_install: 'false',
    response_url: `${origin}/response/${workspace.newResponseKey(user.id, channel)}`,
    trigger_id: workspace.newTrigger(user.id),
  };
  return { kind: 'slash_commands', body };
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function pressPayload(
  parts: PayloadParts,
  message: Content & { ts: string; channel: string; via?: string },
  button: ShownButton,
): Payload {
  const { workspace, user, origin } = parts;
  const { ts, channel, text, blocks } = message;
  const isEphemeral = message.via !== undefined;
  const body = {
    type: 'block_actions',
    ...common(parts),
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral },
    channel: { id: channel, name: workspace.channels.get(channel)?.name ?? 'directmessage' },
    ...(isEphemeral ? {} : { message: { type: 'message', ts, text, blocks } }),
    response_url: `${origin}/response/${workspace.newResponseKey(user.id, channel)}`,
    actions: [{ ...button.element, block_id: 'b1', action_ts: workspace.nextTs() }],
  };
  return { kind: 'interactive', body };
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
export function submissionPayload(
  parts: PayloadParts,
  shown: ShownView,
  answers: Readonly<Record<string, string>>,
): Payload {
  const values = Object.fromEntries(
    shown.view.blocks
      .filter((block) => block.type === 'input')
      .map((block) => inputState(block, answers)),
  );
  const { id, hash, view } = shown;
  const body = {
    type: 'view_submission',
    ...common(parts),
    view: { ...view, id, hash, state: { values } },
    response_urls: [],
  };
  return { kind: 'interactive', body };
}

/** All the buttons of a message, in order. */
export function buttonsOf(content: Content): ShownButton[] {
  return content.blocks
    .filter((block) => block.type === 'actions')
    .flatMap((block) => block['elements'] as Record<string, unknown>[])
    .map((element) => ({ label: (element['text'] as { text: string }).text, element }));
}

function common({ workspace, user }: PayloadParts) {
  const team = workspace.teamOf(user);
  return {
    team: { id: team, domain: 'simulated' },
    user: { id: user.id, username: user.name, name: user.name, team_id: team },
    api_app_id: 'A0FAILBACK',
    is_enterprise_install: false,
    trigger_id: workspace.newTrigger(user.id),
  };
}

interface Input {
  readonly type: string;
  readonly action_id: string;
  readonly options?: readonly Option[];
  readonly initial_options?: readonly Option[];
}

interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}

/** What a person typed or chose in one field, which is named by its id or its label. */
function inputState(block: Block, answers: Readonly<Record<string, string>>) {
  const element = block['element'] as Input;
  const blockId = String(block['block_id']);
  const label = (block['label'] as { text: string }).text;
  const answer = answers[blockId] ?? answers[label] ?? chosenAlready(element);
  if (answer === undefined && block['optional'] !== true) {
    throw new Error(`the field "${label}" must be filled in`);
  }
  return [blockId, { [element.action_id]: { type: element.type, ...given(element, answer) } }];
}

/** What stands in a field that nobody touches. */
const chosenAlready = ({ initial_options: initial }: Input): string | undefined =>
  initial?.map(({ value }) => value).join(', ');

/** Several choices are answered with commas between them. */
function given({ type, options }: Input, answer: string | undefined) {
  if (options === undefined) return { value: answer ?? null };
  if (type === 'multi_static_select')
    return {
      selected_options: (answer ?? '')
        .split(', ')
        .filter((one) => one !== '')
        .map((one) => optionCalled(one, options)),
    };
  return { selected_option: answer === undefined ? null : optionCalled(answer, options) };
}

function optionCalled(answer: string, options: readonly Option[]): Option {
  const option = options.find(({ value, text }) => value === answer || text.text === answer);
  if (option === undefined) throw new Error(`there is no choice "${answer}"`);
  return option;
}
