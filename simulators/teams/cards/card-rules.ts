import { type CardNode, isObject } from '../wire.ts';
import { inputsOf, nodesOf } from './card-parts.ts';

/** The elements and actions of version 1.5, and what each cannot do without. https://adaptivecards.io/explorer/ */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['version', 'body'],
  TextBlock: ['text'],
  RichTextBlock: ['inlines'],
  TextRun: ['text'],
  Image: ['url'],
  ImageSet: ['images'],
  Container: ['items'],
  ColumnSet: [],
  Column: [],
  FactSet: ['facts'],
  Table: ['rows'],
  TableRow: ['cells'],
  TableCell: ['items'],
  ActionSet: ['actions'],
  'Input.Text': ['id'],
  'Input.Number': ['id'],
  'Input.Date': ['id'],
  'Input.Time': ['id'],
  'Input.Toggle': ['id', 'title'],
  'Input.ChoiceSet': ['id', 'choices'],
  'Action.Execute': [],
  'Action.Submit': [],
  'Action.OpenUrl': ['url'],
  'Action.ShowCard': ['card'],
  'Action.ToggleVisibility': ['targetElements'],
};

const VERSIONS = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'];

/** More are hidden behind three dots, where nobody finds them. */
const MOST_ACTIONS = 6;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
const MOST_VIEWERS = 60;

/** Everything that Teams would refuse or not show in a card; empty when all is well. */
export function cardProblems(card: CardNode): string[] {
  return [
    ...versionProblems(card),
    ...nodesOf(card).flatMap(nodeProblems),
    ...inputProblems(card),
    ...refreshProblems(card),
  ];
}

function versionProblems({ type, version }: CardNode): string[] {
  return [
    ...(type === 'AdaptiveCard' ? [] : [`a card is no ${type}`]),
    ...(VERSIONS.includes(String(version)) ? [] : [`version ${version} is not known`]),
  ];
}

function nodeProblems(node: CardNode): string[] {
  const needed = ELEMENTS[node.type];
  if (needed === undefined) return [`${node.type} is not known`];
  const missing = needed.filter((name) => node[name] === undefined || node[name] === '');
  const actions = Array.isArray(node['actions']) ? node['actions'].length : 0;
  return [
    ...missing.map((name) => `${node.type} has no ${name}`),
    ...(actions > MOST_ACTIONS ? [`${actions} actions in one row`] : []),
    ...(node.type.startsWith('Action.') && (node['title'] ?? '') === ''
      ? ['an action has no title']
      : []),
  ];
}

function inputProblems(card: CardNode): string[] {
  const ids = inputsOf(card).map(({ id }) => String(id));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.map((id) => `two inputs are called ${id}`);
}

function refreshProblems({ refresh }: CardNode): string[] {
  if (refresh === undefined) return [];
  if (!isObject(refresh)) return ['refresh is no object'];
  const { action, userIds = [] } = refresh;
  return [
    ...(isObject(action) && action['type'] === 'Action.Execute'
      ? []
      : ['refresh needs Action.Execute']),
    ...((userIds as readonly unknown[]).length > MOST_VIEWERS
      ? ['refresh names too many people']
      : []),
  ];
}
