import type {
  Button,
  Field,
  Form,
  Message,
  Part,
  SpokenButton,
  SpokenField,
  SpokenForm,
  SpokenMessage,
  SpokenPart,
} from '../message/message.ts';
import type { Speaker } from './speaker.ts';

/** A message in the speaker's language. */
export function speak(message: Message, speaker: Speaker): SpokenMessage {
  return { parts: message.parts.map((part) => speakPart(part, speaker)) };
}

/** A form in the speaker's language. */
export function speakForm(form: Form, speaker: Speaker): SpokenForm {
  return {
    ...form,
    title: speaker.text(form.title),
    intro: form.intro.map((part) => speakPart(part, speaker)),
    fields: form.fields.map((field) => speakField(field, speaker)),
    submit: speaker.text(form.submit),
  };
}

function speakPart(part: Part, speaker: Speaker): SpokenPart {
  switch (part.kind) {
    case 'title':
    case 'code':
      return { ...part, text: speaker.text(part.text) };
    case 'paragraph':
    case 'note':
      return { ...part, line: speaker.line(part.line) };
    case 'list':
      return { ...part, lines: part.lines.map((line) => speaker.line(line)) };
    case 'facts':
      return {
        ...part,
        facts: part.facts.map(({ name, value }) => ({
          name: speaker.text(name),
          value: speaker.line(value),
        })),
      };
    case 'buttons':
      return { ...part, buttons: part.buttons.map((button) => speakButton(button, speaker)) };
    case 'divider':
      return part;
  }
}

const speakButton = (button: Button, speaker: Speaker): SpokenButton => ({
  ...button,
  label: speaker.text(button.label),
});

function speakField(field: Field, speaker: Speaker): SpokenField {
  const label = speaker.text(field.label);
  if (field.kind === 'text') {
    const { hint, ...rest } = field;
    return { ...rest, label, ...(hint !== undefined && { hint: speaker.text(hint) }) };
  }
  const options = field.options.map((option) => ({ ...option, label: speaker.text(option.label) }));
  return { ...field, label, options };
}
