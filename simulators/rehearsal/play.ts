import { describeMessage } from '../slack/describe-message.ts';
import type { ShownMessage } from '../slack/workspace.ts';
import { describeActivity } from '../teams/describe-activity.ts';
import { BotProcess } from './bot-process.ts';
import { CAST, CHANNEL, NEWCOMER, type Scene } from './scene.ts';
import { TEAMS_CHANNEL } from './teams-scene.ts';
import type { Transcript } from './transcript.ts';

/** Longest wait for something that has to happen. */
const PATIENCE_MS = 30_000;

interface Player {
  readonly user: string;
  readonly name: string;
}

/** Plays one whole failback with invented people. Returns the failback's id and the last head that the channel saw. */
export async function play(
  scene: Scene,
  transcript: Transcript,
): Promise<{ id: string; head: string }> {
  const stage = new Stage(scene, transcript);
  transcript.stage(
    'The real bot starts. Azure, the Hyper-V host, Slack and Teams are simulated on this machine.',
  );
  const bot = await BotProcess.start(scene.folder, scene.env);
  await stage.installInTeams();
  const id = await stage.openingActs();
  transcript.stage(
    'Meanwhile another VM comes home, and somebody starts it by hand in the middle.',
  );
  await stage.alarm();
  transcript.stage(
    'The power of the bot fails in the middle of the synchronization (SIGKILL). It starts again.',
  );
  await bot.kill();
  const second = await BotProcess.start(scene.folder, scene.env);
  try {
    await stage.completeFailover();
    await stage.commit();
    return { id, head: await stage.theEnd() };
  } finally {
    await second.stop();
  }
}

class Stage {
  private readonly scene: Scene;
  private readonly transcript: Transcript;

  constructor(scene: Scene, transcript: Transcript) {
    this.scene = scene;
    this.transcript = transcript;
  }

  /** Teams lets the bot write to people who have its app. */
  async installInTeams(): Promise<void> {
    const { teams } = this.scene;
    if (teams === undefined) return;
    await teams.installs(CAST.mina.id, TEAMS_CHANNEL);
    for (const { id } of Object.values(CAST))
      await teams.installs(id, teams.person(id).personalChat);
  }

  /** From the first look to the running synchronization. */
  async openingActs(): Promise<string> {
    const { mina, jun } = CAST;
    await this.types(NEWCOMER, '/failback start web-01');
    await this.types(mina, '/failback list');
    await this.types(mina, '/failback hosts');
    await this.types(mina, `/failback threads ${this.scene.azure.host.name} 16`);
    await this.types(mina, '/failback start db-01');
    await this.types(mina, '/failback check web-01');
    await this.types(mina, '/failback start web-01');
    const question = await this.message('Direction:');
    await this.presses(mina, question, 'Approve');
    await this.approves(
      jun,
      question,
      { typed: 'on-premises' },
      'chooses "On-premises" as the live side',
    );
    await this.approves(jun, question, { typed: 'azure' }, 'looks again and chooses "Azure"');
    await this.until(() => this.scene.azure.calls.accepted('plannedFailover') === 1);
    const board = await this.message('[>] Planned failover and synchronization');
    return /FB-[0-9A-Z]+/.exec(this.read(board))?.[0] ?? '';
  }

  /** A VM that is started by hand while data is written to its disks. */
  async alarm(): Promise<void> {
    const { mina, jun } = CAST;
    await this.types(mina, '/failback start app-01');
    await this.approves(
      jun,
      await this.message('bring app-01 home'),
      { typed: 'azure' },
      'chooses "Azure"',
    );
    await this.until(() => this.scene.azure.vm('app-01').onPremisesIsInconsistent);
    this.transcript.act('Somebody', 'starts the on-premises VM app-01 in Hyper-V Manager');
    const { hyperv, azure } = this.scene;
    hyperv.host(azure.host.name).startVm('app-01');
    const hold = await this.message('Alarm:');
    hyperv.host(azure.host.name).stopVm('app-01');
    await this.presses(mina, hold, 'Let go');
    await this.message('The bot let go of it');
  }

  async completeFailover(): Promise<void> {
    const host = this.scene.hyperv.host(this.scene.azure.host.name);
    host.openPorts = [];
    const question = await this.message('Complete failover:');
    this.transcript.stage(
      'The changes are synchronized. The Azure VM still runs, and the job waits.',
    );
    this.transcript.stage(
      'Complete failover needs two approvals: one is given in Slack, the other one in Teams.',
    );
    await this.presses(CAST.jun, question, 'Approve');
    await this.pressesInTeams(CAST.ada, 'Complete failover:');
    await this.message('Commit is locked. Not proven yet');
    this.transcript.stage(
      'The VM has started on-premises, but its web server has not: commit is locked until it answers.',
    );
    host.openPorts = [443];
  }

  async commit(): Promise<void> {
    const question = await this.message('Commit:');
    this.transcript.stage('The VM runs on-premises. Only the commit deletes it in Azure.');
    await this.approves(
      CAST.ada,
      question,
      { typed: 'web-01' },
      'types the name of the VM: web-01',
    );
  }

  /** Resolves with the head of the audit trail that the last message shows. */
  async theEnd(): Promise<string> {
    const end = await this.message('is home and protected');
    await this.types(CAST.mina, '/failback audit');
    return /(\d+:[0-9a-f]{64})/.exec(this.read(end))?.[1] ?? '';
  }

  private async types(player: Player, line: string): Promise<void> {
    this.transcript.act(player.name, `types: ${line}`);
    const before = this.answersTo(player);
    await this.scene.slack.as(player.user).types(CHANNEL, line);
    await this.until(() => this.answersTo(player) > before);
  }

  private async presses(player: Player, message: ShownMessage, label: string): Promise<void> {
    this.transcript.act(player.name, `presses [${label}]`);
    const before = this.answersTo(player);
    await this.scene.slack.as(player.user).presses(message, label);
    await this.until(() => this.answersTo(player) > before);
  }

  private async pressesInTeams(
    { id, name }: { id: string; name: string },
    text: string,
  ): Promise<void> {
    const { teams } = this.scene;
    if (teams === undefined) throw new Error('this rehearsal has no Teams');
    const find = () =>
      teams
        .conversation(TEAMS_CHANNEL)
        .messages.find(({ content }) => describeActivity(content).includes(text));
    const question = await teams.until(find, PATIENCE_MS);
    this.transcript.act(name, 'presses [Approve] in Teams');
    const before = teams.privateTo(id).length;
    await teams.as(id).presses(question, 'Approve');
    await teams.until(() => teams.privateTo(id).length > before, PATIENCE_MS);
  }

  /** Presses Approve, and fills in the form that comes up. */
  private async approves(
    player: Player,
    message: ShownMessage,
    answers: Readonly<Record<string, string>>,
    words: string,
  ): Promise<void> {
    const { slack } = this.scene;
    this.transcript.act(player.name, 'presses [Approve]; a form comes up');
    await slack.as(player.user).presses(message, 'Approve');
    await this.until(() => slack.views.some((view) => view.isOpen && view.user === player.user));
    this.transcript.act(player.name, words);
    const before = this.answersTo(player);
    await slack.as(player.user).fillsIn(answers);
    await this.until(() => this.answersTo(player) > before);
  }

  private answersTo({ user }: Player): number {
    return this.scene.slack.privateTo(user).length;
  }

  private message(text: string): Promise<ShownMessage> {
    return this.scene.slack.until(
      () =>
        this.scene.slack
          .channel(CHANNEL)
          .messages.find((message) => this.read(message).includes(text)),
      PATIENCE_MS,
    );
  }

  private until(predicate: () => boolean): Promise<boolean> {
    return this.scene.slack.until(predicate, PATIENCE_MS);
  }

  private read(message: ShownMessage): string {
    return describeMessage(message, (id) => this.scene.slack.nameOf(id));
  }
}
