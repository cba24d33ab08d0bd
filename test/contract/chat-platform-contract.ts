import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatPlatform, Invocation, MessageRef } from '../../bot/chat/chat-platform.ts';
import type {
  SpokenForm as Form,
  SpokenMessage as Message,
} from '../../bot/chat/message/message.ts';
import { question, says } from '../support/catalogue/chat-messages.ts';

/** A chat service with the platform on it, and what people there do and see. */
export interface ChatUnderTest {
  readonly platform: ChatPlatform;
  /** A channel that the bot is in. */
  readonly channel: string;
  /** Resolves as soon as the bot was told so many things. */
  invocations(count: number): Promise<readonly Invocation[]>;
  /** A member types a command to the bot, without its name. */
  types(text: string): Promise<unknown>;
  /** The same member types it in their own chat. */
  typesAlone(text: string): Promise<unknown>;
  /** A member, a guest or somebody from elsewhere presses a button. */
  presses(
    message: MessageRef,
    label: string,
    who?: 'member' | 'guest' | 'stranger',
  ): Promise<unknown>;
  /** The last act comes again, so many times. Returns how many of them were acknowledged. */
  comesAgain(times: number): Promise<number>;
  /** The member fills in the first field of the form before them, and sends it. */
  fillsIn(answer: string): Promise<unknown>;
  isFormOpen(): boolean;
  /** What the channel shows, and the thread of a message, as people read it. */
  shows(): readonly string[];
  thread(message: MessageRef): readonly string[];
  /** What the member alone has been told. */
  told(): readonly string[];
  deletes(message: MessageRef): void;
  /** The bot is taken out of the channel. */
  leaves(): void;
  /** The next call that writes is answered so. */
  failsOnce(how: 'throttled' | 'broken' | 'reset'): void;
  down(): Promise<void>;
  up(): Promise<void>;
  /** Resolves as soon as it finds something. */
  until<T>(find: () => T | undefined | false): Promise<T>;
  dispose(): Promise<void>;
}

const APPROVE = { command: 'approve', failback: 'FB-7K3M', number: 1 };

const FORM: Form = {
  command: 'approve',
  title: 'Approve, FB-7K3M',
  intro: [{ kind: 'paragraph', line: ['web-01 goes down.'] }],
  fields: [{ kind: 'text', name: 'typed', label: 'Name of the VM' }],
  submit: 'Approve',
  press: APPROVE,
};

const HOSTILE =
  '<!channel> <@U0JUN> <at>Jun Sample</at> *b* _i_ `c` [l](http://x.example) {{DATE(2026-01-01T00:00:00Z)}}';

/** Everything that the bot may rely on, whatever the chat service. */
export function chatPlatformContract(
  name: string,
  make: (receive: (invocation: Invocation) => Promise<void>) => Promise<ChatUnderTest>,
): void {
  describe(name, () => {
    let chat: ChatUnderTest;
    let receive: (invocation: Invocation) => Promise<void>;

    beforeEach(async () => {
      receive = async () => {};
      chat = await make((invocation) => receive(invocation));
    });

    afterEach(() => chat.dispose());

    it('tells the bot what a member typed, where, and that they are a member', async () => {
      await chat.types('start web-01');

      const [invocation] = await chat.invocations(1);
      expect(invocation).toMatchObject({
        platform: chat.platform.name,
        channel: chat.channel,
        isPersonal: false,
        sender: { standing: 'member' },
        input: { kind: 'typed', text: 'start web-01' },
      });
    });

    it('tells what a member typed in their own chat, that it is theirs, and answers there', async () => {
      receive = (invocation) => invocation.reply(says('Nothing is open.'), 'confidential');

      await chat.typesAlone('list');

      const [invocation] = await chat.invocations(1);
      expect(invocation).toMatchObject({
        isPersonal: true,
        sender: { standing: 'member' },
        input: { kind: 'typed', text: 'list' },
      });
      expect(invocation?.channel).not.toBe(chat.channel);
      expect(await chat.until(() => chat.told()[0])).toBe('Nothing is open.');
    });

    it('shows a form in their own chat, which brings back what was typed', async () => {
      receive = async (invocation) => {
        if (invocation.input.kind === 'typed') await invocation.openForm(FORM);
      };
      await chat.typesAlone('approve FB-7K3M');
      await chat.until(() => chat.isFormOpen());

      await chat.fillsIn('web-01');

      const [, submitted] = await chat.invocations(2);
      expect(submitted).toMatchObject({
        isPersonal: true,
        input: { kind: 'submitted', press: APPROVE, values: { typed: 'web-01' } },
      });
    });

    it('posts, changes in place, and writes into the thread', async () => {
      const { platform, channel } = chat;
      const board = await platform.post(channel, question());
      await platform.post(channel, says('Jun approved.'), board);
      await platform.update(board, says('It is over.'));

      expect(board.channel).toBe(channel);
      expect(chat.shows()).toEqual(['It is over.']);
      expect(chat.thread(board)).toEqual(['Jun approved.']);
    });

    it('brings a press back as it was drawn, also after the message was changed', async () => {
      const board = await chat.platform.post(chat.channel, question());
      await chat.platform.update(board, question(2));

      await chat.presses(board, 'Decline');

      const [invocation] = await chat.invocations(1);
      expect(invocation?.input).toEqual({
        kind: 'pressed',
        press: { command: 'decline', failback: 'FB-7K3M', number: 2 },
      });
    });

    it('says of guests and of strangers that they are', async () => {
      const board = await chat.platform.post(chat.channel, question());

      await chat.presses(board, 'Approve', 'guest');
      await chat.presses(board, 'Approve', 'stranger');

      const invocations = await chat.invocations(2);
      const standings = invocations.map(({ sender }) => sender.standing);
      expect(standings.toSorted()).toEqual(['guest', 'stranger']);
    });

    it('gives every act an id of its own, and every redelivery the same', async () => {
      const board = await chat.platform.post(chat.channel, question());
      await chat.types('list');
      await chat.types('list');
      await chat.presses(board, 'Approve');
      await chat.presses(board, 'Approve');

      expect(await chat.comesAgain(20)).toBe(20);

      const invocations = await chat.invocations(24);
      expect(new Set(invocations.map(({ deliveryId }) => deliveryId)).size).toBe(4);
    });

    it('answers a press in private', async () => {
      receive = (invocation) => invocation.reply(says('Only an approver may decide this.'));
      const board = await chat.platform.post(chat.channel, question());

      await chat.presses(board, 'Approve');

      expect(await chat.until(() => chat.told()[0])).toBe('Only an approver may decide this.');
      expect(chat.shows()).toHaveLength(1);
      expect(chat.thread(board)).toEqual([]);
    });

    it('answers what was typed in private', async () => {
      receive = (invocation) => invocation.reply(says('Nothing is open.'));

      await chat.types('list');

      expect(await chat.until(() => chat.told()[0])).toBe('Nothing is open.');
    });

    it('answers in confidence what was typed, and the channel sees nothing of it', async () => {
      receive = (invocation) => invocation.reply(says('Nothing is open.'), 'confidential');

      await chat.types('list');

      expect(await chat.until(() => chat.told()[0])).toBe('Nothing is open.');
      expect(chat.shows()).toEqual([]);
    });

    it('shows a form to the one who pressed, and brings back what was typed', async () => {
      const opened: boolean[] = [];
      receive = async (invocation) => {
        if (invocation.input.kind === 'pressed') opened.push(await invocation.openForm(FORM));
      };
      const board = await chat.platform.post(chat.channel, question());
      await chat.presses(board, 'Approve');

      await chat.fillsIn('web-01');

      const [, submitted] = await chat.invocations(2);
      expect(opened).toEqual([true]);
      expect(submitted).toMatchObject({
        channel: chat.channel,
        sender: { standing: 'member' },
        input: {
          kind: 'submitted',
          command: 'approve',
          press: APPROVE,
          values: { typed: 'web-01' },
        },
      });
    });

    it('shows names made of markup as they are, and mentions nobody by them', async () => {
      const lines: Message['parts'] = [
        { kind: 'title', text: HOSTILE },
        { kind: 'paragraph', line: [HOSTILE, { bold: HOSTILE }, { verbatim: HOSTILE }] },
        { kind: 'facts', facts: [{ name: HOSTILE, value: [HOSTILE] }] },
        { kind: 'list', lines: [[HOSTILE]] },
        { kind: 'note', line: [HOSTILE, { time: 0 }] },
        { kind: 'code', text: HOSTILE },
      ];

      await chat.platform.post(chat.channel, { parts: lines });

      const [shown = ''] = chat.shows();
      expect(shown.split(HOSTILE)).toHaveLength(10);
    });

    it('takes a message of any length', async () => {
      const parts: Message['parts'] = [
        { kind: 'code', text: 'x'.repeat(60_000) },
        ...question().parts,
      ];

      await chat.platform.post(chat.channel, { parts });

      expect(chat.shows()[0]).toMatch(/Shortened: .*\[Approve\] \[Decline\]/s);
    });

    it('says that a message is gone', async () => {
      const board = await chat.platform.post(chat.channel, question());
      chat.deletes(board);

      await expect(chat.platform.update(board, says('Late.'))).rejects.toMatchObject({
        code: 'messageGone',
        facts: { retryable: false },
      });
    });

    it('says that it may not write to a channel', async () => {
      chat.leaves();

      await expect(chat.platform.post(chat.channel, says('Hello.'))).rejects.toMatchObject({
        code: 'channelGone',
        facts: { retryable: false },
      });
    });

    it.each(['throttled', 'broken', 'reset'] as const)(
      'does not repeat a call that was %s',
      async (how) => {
        chat.failsOnce(how);

        await expect(chat.platform.post(chat.channel, says('Hello.'))).rejects.toMatchObject({
          facts: { retryable: true },
        });
        expect(chat.shows()).toEqual([]);
      },
    );

    it('lives through an outage', async () => {
      const board = await chat.platform.post(chat.channel, question());
      await chat.down();
      await expect(chat.platform.update(board, says('Now.'))).rejects.toMatchObject({
        facts: { retryable: true },
      });

      await chat.up();
      await chat.platform.update(board, says('Now.'));

      expect(chat.shows()).toEqual(['Now.']);
    });

    it('ends what it has begun before it stops', async () => {
      let finish = () => {};
      let isDone = false;
      receive = async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        isDone = true;
      };
      await chat.types('list');
      await chat.invocations(1);

      const stopped = chat.platform.stop();
      finish();
      await stopped;

      expect(isDone).toBe(true);
    });
  });
}
