import type { VirtualMachine } from '../azure/virtual-machine.ts';
import { BotProcess } from './bot-process.ts';
import { type Finding, findWords } from './finding.ts';
import { Performer } from './performer.ts';
import { Reader } from './reader.ts';
import { CAST, NEWCOMER, type Scene } from './scene.ts';
import { TEAMS_CHANNEL } from './teams-scene.ts';
import type { Transcript } from './transcript.ts';

/** The real bot as a process of its own, the people around it, and what came of it so far. */
export class Rehearsal {
  readonly scene: Scene;
  readonly mina: Performer;
  readonly jun: Performer;
  readonly ada: Performer;
  readonly kim: Performer;
  readonly findings: Finding[] = [];
  private readonly transcript: Transcript;
  private readonly reader: Reader;
  private bot: BotProcess;

  private constructor(scene: Scene, transcript: Transcript, bot: BotProcess) {
    this.scene = scene;
    this.transcript = transcript;
    this.bot = bot;
    this.reader = new Reader(scene);
    const around = { scene, transcript, reader: this.reader, findings: this.findings };
    this.mina = new Performer(CAST.mina, around);
    this.jun = new Performer(CAST.jun, around);
    this.ada = new Performer(CAST.ada, around);
    this.kim = new Performer(NEWCOMER, around);
  }

  static async begin(scene: Scene, transcript: Transcript): Promise<Rehearsal> {
    const chats = scene.teams === undefined ? 'and Slack' : 'Slack and Teams';
    transcript.stage(
      `The real bot starts. Azure, the Hyper-V hosts, ${chats} are simulated on this machine.`,
    );
    const bot = await BotProcess.start(scene.folder, scene.env, scene.program);
    await installInTeams(scene);
    return new Rehearsal(scene, transcript, bot);
  }

  /** Something that the reader has to know to follow. */
  tell(text: string): void {
    this.transcript.stage(text);
  }

  /** Something that people do outside of the chats. */
  somebody(what: string): void {
    this.transcript.act('Somebody', what);
  }

  /** Waits until the channel is told this, and notes it. */
  async channelIsTold(words: string): Promise<void> {
    const message = await this.reader.newest(words);
    this.findings.push(findWords('The channel', this.reader.read(message), words));
  }

  /** Waits for something outside of the bot. */
  until(isSo: () => boolean): Promise<boolean> {
    return this.reader.until(isSo);
  }

  /** Notes what was looked at, and whether it is as it should be. */
  finds(text: string, isGood: boolean): void {
    this.findings.push({ text, isGood });
  }

  vm(name: string): VirtualMachine {
    return this.scene.azure.vm(name);
  }

  /** SIGKILL, and a new process: the bot gets no chance to tidy up. */
  async powerFails(): Promise<void> {
    await this.bot.kill();
    const { folder, env, program } = this.scene;
    this.bot = await BotProcess.start(folder, env, program);
  }

  async end(): Promise<void> {
    await this.bot.stop();
  }
}

/** Teams lets the bot write to people who have its app. */
async function installInTeams({ teams }: Scene): Promise<void> {
  if (teams === undefined) return;
  await teams.installs(CAST.mina.id, TEAMS_CHANNEL);
  for (const { id } of Object.values(CAST)) await teams.installs(id, teams.person(id).personalChat);
}
