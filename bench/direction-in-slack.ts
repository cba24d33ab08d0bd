import { CAST, CHANNEL, type Scene } from '../simulators/rehearsal/scene.ts';
import { describeMessage } from '../simulators/slack/describe-message.ts';

const PATIENCE_MS = 300_000;

type View = Scene['slack']['views'][number];

/** The direction of one VM or recovery plan, asked for and approved in Slack. */
export class DirectionInSlack {
  private readonly scene: Scene;
  private readonly name: string;
  private view: View | undefined;

  constructor(scene: Scene, name: string) {
    this.scene = scene;
    this.name = name;
  }

  /** Jun opens the form under the question. Resolves when it can be filled in. */
  async open(): Promise<void> {
    const { slack } = this.scene;
    const question = await slack.until(() => this.question(), PATIENCE_MS);
    const before = slack.views.length;
    await slack.as(CAST.jun.user).presses(question, 'Approve');
    this.view = await slack.until(() => slack.views[before], PATIENCE_MS);
  }

  /** Types the live side and sends the form. Says when. */
  async send(): Promise<number> {
    const clickedAt = Date.now();
    await this.scene.slack.as(CAST.jun.user).fillsIn({ typed: 'azure' }, this.view);
    return clickedAt;
  }

  /** Resolves when nobody can approve it any more. */
  async locked(): Promise<void> {
    await this.scene.slack.until(() => this.question() === undefined, PATIENCE_MS);
  }

  /** When the call arrived in Azure. */
  async arrived(): Promise<number> {
    const { azure, slack } = this.scene;
    const call = await slack.until(
      () =>
        azure.calls.log.find(
          ({ method, segments }) => method === 'POST' && segments.includes(this.name),
        ),
      PATIENCE_MS,
    );
    return call.at;
  }

  private question() {
    return this.scene.slack.channel(CHANNEL).messages.find((message) => {
      const text = describeMessage(message);
      return text.includes(`${this.name} home`) && text.includes('[Approve]');
    });
  }
}
