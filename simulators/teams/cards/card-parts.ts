import { type CardNode, isObject, type Json } from '../wire.ts';

/** Where things stand that are no parts of what is shown. */
const NOT_SHOWN = new Set([
  'data',
  'fallback',
  'msteams',
  'refresh',
  'authentication',
  'metadata',
  'selectAction',
]);

/** A card and all that is in it, in the order of reading. */
export function nodesOf(part: unknown): CardNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesOf);
  if (!isObject(part)) return [];
  const inside = Object.entries(part).flatMap(([key, value]) =>
    NOT_SHOWN.has(key) ? [] : nodesOf(value),
  );
  return typeof part['type'] === 'string' ? [part as CardNode, ...inside] : inside;
}

/** A button as it stands in a card. */
export interface ShownButton {
  readonly label: string;
  readonly action: CardNode;
}

/** All the buttons of a card, in order. */
export function buttonsOf(card: CardNode): ShownButton[] {
  return nodesOf(card)
    .filter(({ type }) => type.startsWith('Action.'))
    .map((action) => ({ label: String(action['title'] ?? ''), action }));
}

/** The fields of a card. */
export function inputsOf(card: CardNode): CardNode[] {
  return nodesOf(card).filter(({ type }) => type.startsWith('Input.'));
}

/** What the client sends with a button: the button's own data, and what stands in the fields. */
export function dataOf(card: CardNode, action: CardNode, answers: Answers): unknown {
  const { data } = action;
  const inputs = action['associatedInputs'] === 'none' ? [] : inputsOf(card);
  checkNames(inputs, answers);
  const given = Object.assign({}, ...inputs.map((input) => fill(input, answers)));
  return data === undefined || isObject(data) ? { ...data, ...given } : data;
}

/** What somebody fills in, by the field's label or id; of an id with colons, the last part will do. */
export type Answers = Readonly<Record<string, string>>;

function fill(input: CardNode, answers: Answers): Json {
  const { id, label, isRequired, value, type } = input;
  const name = namesOf(input).find((one) => answers[one] !== undefined);
  const answer = name === undefined ? value : answers[name];
  if (answer !== undefined) return { [String(id)]: chosen(input, String(answer)) };
  if (isRequired === true) throw new Error(`the field "${label ?? id}" must be filled in`);
  return type === 'Input.Text' ? { [String(id)]: '' } : {};
}

function namesOf({ id, label }: CardNode): string[] {
  return [String(id), String(label), String(id).replace(/^.*:/, '')];
}

/** A choice is made by its title or its value, and sent by its value. */
function chosen(input: CardNode, answer: string): string {
  if (input.type !== 'Input.ChoiceSet') return answer;
  if (input['isMultiSelect'] !== true) return choiceValue(input, answer);
  // The answer of several is their values with commas: https://adaptivecards.io/explorer/Input.ChoiceSet.html
  return answer
    .split(/, ?/)
    .map((one) => choiceValue(input, one))
    .join(',');
}

function choiceValue({ choices }: CardNode, answer: string): string {
  const choice = (choices as Json[]).find(
    ({ title, value }) => title === answer || value === answer,
  );
  if (choice === undefined) throw new Error(`there is no choice "${answer}"`);
  return String(choice['value']);
}

function checkNames(inputs: readonly CardNode[], answers: Answers): void {
  const known = inputs.flatMap(namesOf);
  const unknown = Object.keys(answers).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`there is no field "${unknown}"`);
}
