import { BotProcess } from '../../simulators/rehearsal/bot-process.ts';
import type { SceneOptions } from '../../simulators/rehearsal/scene.ts';
import { BotRig } from './bot.ts';

/** The whole bot in a process of its own, in a scene that outlives it. */
export class KillableBot {
  readonly rig: BotRig;
  private bot: BotProcess;

  private constructor(rig: BotRig, bot: BotProcess) {
    this.rig = rig;
    this.bot = bot;
  }

  static async start(options: Partial<SceneOptions> = {}): Promise<KillableBot> {
    const rig = await BotRig.setForProcess(options);
    return new KillableBot(rig, await startIn(rig));
  }

  /** SIGKILL, and a new process on what the first one has stored. */
  async dies(): Promise<void> {
    await this.bot.kill();
    this.bot = await startIn(this.rig);
  }

  async stop(): Promise<void> {
    await this.bot.stop();
    await this.rig.stop();
  }
}

const startIn = ({ scene }: BotRig): Promise<BotProcess> =>
  BotProcess.start(scene.folder, scene.env);
