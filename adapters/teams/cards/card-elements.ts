/** The parts of Adaptive Cards 1.5 that the bot uses: https://adaptivecards.io/explorer */
export type CardElement = RichTextBlock | TextBlock | ActionSet | TextInput | ChoiceInput;

interface Placed {
  readonly spacing?: 'none' | 'small' | 'medium';
  readonly separator?: true;
}

/** Reads no Markdown. */
export interface RichTextBlock extends Placed {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'bolder';
  readonly fontType?: 'monospace';
  readonly size?: 'small' | 'large';
  readonly isSubtle?: true;
}

/** Reads Markdown, mentions and dates. */
export interface TextBlock extends Placed {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'small';
  readonly isSubtle?: true;
}

export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly ExecuteAction[];
}

export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: object;
  readonly style?: 'positive' | 'destructive';
  readonly associatedInputs?: 'none';
  /** For clients that do not know `Action.Execute`. */
  readonly fallback?: {
    readonly type: 'Action.Submit';
    readonly title: string;
    readonly data: object;
    readonly style?: 'positive' | 'destructive';
    readonly associatedInputs?: 'none';
  };
}

interface Input extends Placed {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly errorMessage: string;
}

export interface TextInput extends Input {
  readonly type: 'Input.Text';
  readonly maxLength: number;
  readonly placeholder?: string;
}

export interface ChoiceInput extends Input {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact' | 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Then the answer, and `value`, are the values with commas between them: https://adaptivecards.io/explorer/Input.ChoiceSet.html */
  readonly isMultiSelect?: true;
  /** What is chosen already. */
  readonly value?: string;
}

export interface AdaptiveCard {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly CardElement[];
  /** Shown where the card cannot be. */
  readonly fallbackText: string;
  readonly refresh?: { readonly action: ExecuteAction; readonly userIds: readonly string[] };
  readonly msteams: { readonly width: 'Full'; readonly entities: readonly object[] };
}
