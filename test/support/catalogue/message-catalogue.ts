import { Directory, type Person } from '../../../bot/access/directory.ts';
import { errorReply } from '../../../bot/chat/error-reply.ts';
import type { Language } from '../../../bot/chat/language/languages.ts';
import { speak, speakForm } from '../../../bot/chat/language/speak.ts';
import { Speaker } from '../../../bot/chat/language/speaker.ts';
import type { Message, SpokenForm, SpokenMessage } from '../../../bot/chat/message/message.ts';
import { bulletList, compose } from '../../../bot/chat/message/say.ts';
import { gateFacts } from '../../../bot/failback/decide/gate-facts.ts';
import { heldUnsupported } from '../../../bot/failback/holds/unsupported.ts';
import type { OnPremises } from '../../../bot/failback/on-premises/on-premises.ts';
import type { Proof } from '../../../bot/failback/on-premises/proofs.ts';
import type { Basis } from '../../../bot/failback/outlook/estimate.ts';
import type { Outlook } from '../../../bot/failback/outlook/outlook.ts';
import { ConflictError, UpstreamError } from '../../../bot/failback/ports/errors.ts';
import type { HostAnswer } from '../../../bot/failback/ports/hyperv-host.ts';
import type { ServiceIssue } from '../../../bot/failback/ports/site-recovery.ts';
import { checkReadiness } from '../../../bot/failback/readiness/readiness.ts';
import type { RefusalCode } from '../../../bot/failback/state/decided.ts';
import type { Actor } from '../../../bot/failback/state/events.ts';
import type { Decision, Failback, Gate, Hold } from '../../../bot/failback/state/failback.ts';
import { GATES, type GateKind } from '../../../bot/failback/state/gates.ts';
import type { MissingProof } from '../../../bot/failback/state/holds.ts';
import {
  adoptJob,
  askAgain,
  CANCELS,
  confirmProtection,
  evidenceOf,
  follow,
  goOnAnyway,
  goOnUnprepared,
  type HoldReason,
  held,
  letFinish,
  lookAgain,
  overrideProof,
  restart,
  startOver,
} from '../../../bot/failback/state/holds.ts';
import { DAYS, type MaintenanceWindow } from '../../../bot/failback/state/maintenance-window.ts';
import { ENDS } from '../../../bot/failback/state/stages.ts';
import { notSupported } from '../../../bot/failback/words/check.ts';
import { coded, quoted } from '../../../bot/failback/words/coded.ts';
import { differences } from '../../../bot/failback/words/facts.ts';
import { stateInAzure } from '../../../bot/failback/words/statement.ts';
import { renderBoard } from '../../../bot/messages/board/board.ts';
import { DICTIONARY } from '../../../bot/messages/dictionary/dictionary.ts';
import { renderHandover, renderHandovers } from '../../../bot/messages/handover/handover.ts';
import { renderAlarm } from '../../../bot/messages/notices/alarm.ts';
import { renderEnd } from '../../../bot/messages/notices/end.ts';
import {
  renderReady,
  renderRunReady,
  renderWasReady,
} from '../../../bot/messages/notices/ready.ts';
import {
  renderGateReminder,
  renderHoldReminder,
  renderReminderOver,
} from '../../../bot/messages/notices/reminder.ts';
import { renderWindowSoon } from '../../../bot/messages/notices/window-soon.ts';
import { renderGate } from '../../../bot/messages/questions/ask.ts';
import { challengeForm } from '../../../bot/messages/questions/challenge-form.ts';
import { renderDecision, renderRelease } from '../../../bot/messages/questions/closed.ts';
import { renderHold } from '../../../bot/messages/questions/hold.ts';
import { describeEntry } from '../../../bot/messages/story/describe-event.ts';
import { HOLD_WORDS } from '../../../bot/messages/words/hold-words.ts';
import { refusal } from '../../../bot/messages/words/refusal.ts';
import { SYNCHRONIZATIONS } from '../../../bot/messages/words/synchronization-words.ts';
import { renderWaveReminder } from '../../../bot/publisher/wave-reminder-writes.ts';
import { readinessMessage } from '../../../commands/ask/readiness.ts';
import { ITEM_ID, NIGHT, requested, storyAt } from '../failback-story.ts';
import { ScriptedHost, vmSight } from '../fakes/scripted-host.ts';
import { itemNamed, PROVIDER, ScriptedVault } from '../fakes/scripted-vault.ts';
import { withHomeVm, withLeftVm } from '../home-vm.ts';
import { IncidentChannel } from '../incident-channel.ts';
import { planAsks, planViews } from './plan-catalogue.ts';
import { runAsks, runForms, runViews } from './run-catalogue.ts';
import { type Filling, sampleEvents } from './sample-events.ts';

/** What an override lets pass. */
const MISSING: readonly MissingProof[] = [{ itemId: ITEM_ID, proof: 'port', port: 443 }];

/** Everything in a message that somebody else has written: people, hosts, Azure. */
export interface Names {
  readonly vm: string;
  readonly person: string;
  /** What Azure and its hosts call things and say about them. */
  readonly azure: string;
  /** What a person types freely. */
  readonly typed: string;
  /** What Azure and Windows say in sentences of their own; the same as what they call things where it is absent. */
  readonly said?: string;
}

export interface Said<T> {
  readonly what: string;
  readonly said: T;
}

const STAGES = [
  'checking',
  'awaitingSwitch',
  'creatingSwitch',
  'awaitingDirection',
  'starting',
  'synchronizing',
  'awaitingCompletion',
  'completing',
  'transferring',
  'awaitingAction',
  'resuming',
  'verifying',
  'awaitingCommit',
  'committing',
  'awaitingReverse',
  'reversing',
] as const;

const KINDS = Object.keys(GATES) as GateKind[];
const REASONS = Object.keys(HOLD_WORDS) as HoldReason[];

const REFUSALS: Readonly<Record<RefusalCode, true>> = {
  nothingAsked: true,
  outdated: true,
  expired: true,
  notApprover: true,
  ownRequest: true,
  ownOverride: true,
  ownHurry: true,
  alreadyVoted: true,
  wrongAnswer: true,
  notOperator: true,
  tooLateToCancel: true,
  cancelUnderWay: true,
  hasEnded: true,
  notOffered: true,
  onHold: true,
  reasonMissing: true,
  callUnderWay: true,
  notWaiting: true,
};

/** The story plays at 03:00 in UTC on a Tuesday. */
const WINDOWS: readonly MaintenanceWindow[] = [
  { days: ['monday', 'saturday'], from: '22:00', to: '02:00', timeZone: 'UTC' },
  { days: DAYS, from: '12:00', to: '12:30', timeZone: 'America/Argentina/Buenos_Aires' },
];

/** The people of the settings, all of one name; the ids stay what they are. */
function peopleNamed(name: string): readonly Person[] {
  const person = (id: string, roles: Person['roles']): Person => ({
    id,
    name,
    roles,
    identities: { slack: `U0${id.toUpperCase()}` },
  });
  const nowhere: Person = { id: 'ola', name, roles: ['approver'], identities: {} };
  return [
    person('mina', ['operator']),
    person('jun', ['approver']),
    person('ada', ['approver']),
    person('kim', ['viewer']),
    nowhere,
  ];
}

/** Every message that the bot can make, with these names in it. */
export class MessageCatalogue {
  readonly directory: Directory;
  private readonly names: Names;
  private readonly jun: Actor;

  private readonly speaker: Speaker;

  constructor(names: Names, language: Language = 'en') {
    this.names = names;
    this.speaker = new Speaker(language, DICTIONARY);
    this.directory = new Directory(peopleNamed(names.person));
    this.jun = { ...requested().by, person: 'jun', userId: 'U0JUN', roles: ['approver'] };
  }

  /** Questions and holds: what a person decides on, perhaps seeing nothing else. */
  asks(): readonly Said<SpokenMessage>[] {
    return this.spoken([
      ...this.gates(),
      ...this.holds(),
      ...runAsks(this.names.vm, this.directory),
      ...planAsks(this.names, this.directory),
    ]);
  }

  /** What stands in the channel besides the questions. */
  views(): readonly Said<SpokenMessage>[] {
    return this.spoken([
      ...this.boards(),
      ...this.waits(),
      ...this.reminders(),
      ...this.handovers(),
      ...this.closed(),
      ...this.ends(),
      ...this.alarms(),
      ...this.lines(),
      ...runViews(this.names.vm, this.directory),
      ...planViews(this.names, this.directory),
    ]);
  }

  /** Refusals and errors, as private answers. */
  noes(): readonly Said<SpokenMessage>[] {
    return this.spoken([...this.refusals(), ...this.errors()]);
  }

  private spoken(messages: readonly Said<Message>[]): readonly Said<SpokenMessage>[] {
    return messages.map(({ what, said }) => ({ what, said: speak(said, this.speaker) }));
  }

  private get said(): string {
    return this.names.said ?? this.names.azure;
  }

  forms(): readonly Said<SpokenForm>[] {
    const press = { command: 'approve', failback: 'FB-TEST', number: 1 };
    const ofRuns = runForms(this.names.vm).map(({ what, said }) => ({
      what,
      said: speakForm(said, this.speaker),
    }));
    const ofFailbacks = KINDS.flatMap((kind) =>
      SYNCHRONIZATIONS.map((synchronization) => {
        const failback = { ...this.at(GATES[kind].awaits), synchronization };
        const gate = this.gate(kind, failback);
        const what = `form of ${kind}, ${synchronization}`;
        return { what, said: speakForm(challengeForm(gate, failback, press), this.speaker) };
      }),
    );
    return [...ofFailbacks, ...ofRuns];
  }

  /** What people are told by each command, typed and pressed. */
  async answers(): Promise<{
    messages: readonly Said<SpokenMessage>[];
    forms: readonly Said<SpokenForm>[];
  }> {
    const { vm, azure, typed } = this.names;
    const vault = new ScriptedVault([
      itemNamed('web-01', { name: vm, fabricName: azure, healthErrors: [this.issue] }),
      itemNamed('db-01', { name: `${vm} 2`, usesManagedDisks: true }),
      itemNamed('old-01', { name: `${vm} 3`, lastSuccessfulFailoverAt: 0 }),
      itemNamed('twin-1', { name: 'twin' }),
      itemNamed('twin-2', { name: 'twin', protectionStateDescription: this.said }),
    ]);
    vault.providers = [{ ...PROVIDER, name: azure }];
    const channel = new IncidentChannel({
      vaults: [vault],
      hosts: this.hosts,
      people: peopleNamed(this.names.person),
      ids: ['FB-GONE', 'FB-TEST'],
      language: this.speaker.language,
    });
    const lines: [who: string, line: string][] = [
      ['mina', ''],
      ['kim', 'help'],
      ['new', 'whoami'],
      ['new', 'status'],
      ['mina', 'whoami'],
      ['mina', 'status'],
      ['mina', 'approve'],
      ['mina', typed],
      ['mina', 'start'],
      ['mina', 'start twin'],
      ['mina', `start ${typed}`],
      ['mina', `check item-db-01`],
      ['mina', `start item-db-01`],
      ['mina', 'list'],
      ['mina', `list ${typed}`],
      ['mina', 'check item-old-01'],
      ['mina', 'start item-old-01'],
      ['mina', 'start item-web-01'],
      ['mina', 'start item-web-01'],
      ['mina', 'check item-web-01'],
      ['mina', 'status'],
      ['mina', `status ${typed}`],
      ['mina', 'timeline'],
      ['mina', 'approve'],
      ['kim', 'approve azure'],
      ['jun', 'approve'],
      ['jun', `approve ${typed}`],
      ['jun', 'decline'],
      ['jun', `choose ${typed}`],
      ['kim', 'hold'],
      ['kim', 'handover'],
      ['kim', 'handover all post'],
      ['kim', `handover ${typed}`],
      ['kim', 'hosts'],
      ['kim', 'threads'],
      ['kim', `threads ${typed}`],
      ['kim', 'threads HV-01'],
      ['kim', 'threads HV-02'],
      ['kim', 'threads HV-01 16'],
      ['mina', `threads HV-01 ${typed}`],
      ['mina', 'threads HV-01 16'],
      ['mina', 'threads HV-02 16'],
      ['mina', 'audit'],
      ['jun', `decline FB-TEST ${typed}`],
      ['jun', 'decline FB-TEST again'],
      ['jun', `hold FB-TEST ${typed}`],
      ['mina', 'timeline FB-TEST'],
      ['mina', `cancel FB-TEST ${typed}`],
    ];
    const messages: Said<SpokenMessage>[] = [];
    const forms: Said<SpokenForm>[] = [];
    for (const [who, line] of lines) {
      const what = `${who} types ${line.slice(0, 40)}`;
      const answer = await channel.types(who, line);
      messages.push(...answer.replies.map((said) => ({ what, said })));
      forms.push(...answer.forms.map((said) => ({ what, said })));
    }
    return { messages, forms };
  }

  /** A server that says much, one that is away, and one that Azure does not know. */
  private get hosts(): readonly ScriptedHost[] {
    const { azure } = this.names;
    const well = new ScriptedHost('HV-01', [azure.toLowerCase()]);
    const volume = { path: azure, freeMb: 1_024, sizeMb: 2_048 };
    well.says({
      windows: azure,
      services: [{ name: azure, state: 'stopped', isExpected: true }],
      outbound: [{ host: azure, isOpen: false }],
      volumes: Array.from({ length: 60 }, () => volume),
    });
    well.downloadsWith({ threads: 8, throttleKbps: 512 });
    const away = new ScriptedHost('HV-02');
    const why = quoted('PowerShell', this.said);
    away.sight = { outcome: 'failed', why, errorId: 'x' };
    away.download = { outcome: 'unreachable', why };
    return [well, away, new ScriptedHost('HV-03')];
  }

  /** What may be seen of the on-premises VM. */
  private get sights(): readonly OnPremises[] {
    const { azure } = this.names;
    const answer = (vm: OnPremises['vm'], download: OnPremises['download']) => ({
      host: 'HV-01',
      vm,
      download,
    });
    const why = quoted('PowerShell', this.said);
    const unseen = (['unreachable', 'forbidden', 'absent', 'unknown'] as const).map(
      (outcome) => ({ outcome, why }) as const,
    );
    const seen = (
      change: Parameters<typeof vmSight>[0],
    ): HostAnswer<ReturnType<typeof vmSight>> => ({
      outcome: 'ok',
      value: vmSight(change),
      readAt: NIGHT,
    });
    const limited = { outcome: 'ok', value: { throttleKbps: 512 }, readAt: NIGHT } as const;
    return [
      ...unseen.map((vm) => answer(vm, { outcome: 'unreachable', why })),
      answer(seen({}), limited),
      answer(
        seen({
          state: azure,
          checkpoints: 2,
          switches: [azure, ''],
          disks: [],
          replication: { state: azure, health: 'Critical' },
        }),
        { outcome: 'forbidden', why },
      ),
    ];
  }

  private get proofs(): readonly Proof[] {
    const finding = quoted('PowerShell', this.said);
    return [
      { name: 'running', holds: true, finding },
      { name: 'heartbeat', holds: false, finding },
      { name: 'port', port: 443, holds: false, finding },
      { name: 'port', port: 3389, holds: false, finding },
    ];
  }

  private get issue(): ServiceIssue {
    const { said } = this;
    return { level: 'Warning', code: '161011', message: said, recommendedAction: said };
  }

  /** A failback in a stage, with these names. */
  private at(stage: (typeof STAGES)[number]): Failback {
    return this.named(storyAt(stage).failback);
  }

  private named(failback: Failback): Failback {
    const { vm, azure } = this.names;
    const { job } = failback;
    return {
      ...failback,
      target: { ...failback.target, name: vm, vault: azure },
      checks: checkReadiness({ ...this.readiness, now: NIGHT }),
      outlook: this.outlook,
      ...(job && { job: { ...job, task: this.said, issues: [this.issue] } }),
    };
  }

  /** Advice with every reason, and estimates that rest on each thing that there is. */
  private get outlook(): Outlook {
    const course = (basis: Basis) => {
      const estimate = { minutes: [100, 1_366], basis } as const;
      return { data: estimate, downtime: estimate };
    };
    return {
      advice: {
        synchronization: 'fullDownload',
        reasons: [
          { kind: 'longStay', days: 40 },
          { kind: 'vmMissing', server: this.names.azure },
          { kind: 'disksMissing', missing: 1, of: 2 },
          { kind: 'shortStay', days: 3 },
          { kind: 'stayUnknown' },
          { kind: 'onPremisesUnknown' },
          { kind: 'changedShareUnknown' },
        ],
      },
      beforeFailover: course({ kind: 'link', mbps: 100 }),
      fullDownload: course({ kind: 'past', count: 2 }),
    };
  }

  private get readiness() {
    const { vm, azure } = this.names;
    const lastHeartbeatAt = NIGHT - 90 * 60_000;
    return {
      item: itemNamed('web-01', {
        name: vm,
        healthErrors: [this.issue],
        lastSuccessfulFailoverAt: NIGHT - 40 * 86_400_000,
      }),
      providers: [{ ...PROVIDER, name: azure, versionState: azure, lastHeartbeatAt }],
    };
  }

  private gate(kind: GateKind, { target }: Failback): Gate {
    const { azure } = this.names;
    const item = itemNamed('web-01', { name: target.name });
    const world = { item, provider: { ...PROVIDER, name: azure } };
    return {
      kind,
      number: 3,
      facts: gateFacts(kind, world),
      digest: '9f'.repeat(32),
      needed: 2,
      openedAt: NIGHT,
      expiresAt: NIGHT + 1_800_000,
      because: [],
      votes: [],
    };
  }

  /** All that can change between a question and its call. */
  private changes(kind: GateKind) {
    const { azure, vm } = this.names;
    const before = gateFacts(kind, { item: itemNamed('web-01', { name: vm }), provider: PROVIDER });
    const now = gateFacts(kind, {
      item: itemNamed('other', {
        name: azure,
        activeLocation: 'onPremises',
        protectionStateDescription: azure,
        allowedOperations: [azure],
        usesManagedDisks: true,
        runningScenario: { name: azure, jobId: azure },
        disks: Array.from({ length: 60 }, (_, id) => ({ id: `${id}`, name: azure, sizeMb: 1 })),
      }),
      job: { id: azure, state: azure },
    });
    return differences(before, now);
  }

  /** To another server, although that is not supported. */
  private elsewhere(failback: Failback): Failback {
    const { azure } = this.names;
    return {
      ...failback,
      destination: { kind: 'alternateLocation', providerId: azure, server: azure },
      madeSwitches: [azure, 'Production'],
      overrides: [
        {
          by: this.jun,
          reason: this.reason,
          checks: [{ name: 'managedDisks' }, { name: 'windows', vms: { names: [azure], more: 0 } }],
        },
      ],
    };
  }

  private gates(): readonly Said<Message>[] {
    return KINDS.flatMap((kind) => {
      const failback = this.at(GATES[kind].awaits);
      const open = this.gate(kind, failback);
      const votes = [{ by: this.jun, vote: 'approve' as const, at: NIGHT }];
      const draw = (gate: Gate) => renderGate(gate, failback, this.directory);
      return [
        { what: `question ${kind}`, said: draw(open) },
        {
          what: `question ${kind}, full download`,
          said: renderGate(open, { ...failback, synchronization: 'fullDownload' }, this.directory),
        },
        { what: `question ${kind}, one vote`, said: draw({ ...open, votes }) },
        {
          what: `question ${kind}, after an override`,
          said: renderGate(
            open,
            {
              ...withHomeVm(failback, { host: { name: 'HV-01' }, proofs: this.proofs }),
              proofOverrides: [{ by: this.jun, reason: this.reason, proofs: MISSING }],
            },
            this.directory,
          ),
        },
        {
          what: `question ${kind}, after proofs`,
          said: renderGate(
            open,
            withHomeVm(failback, { host: { name: 'HV-01' }, proofs: this.proofs }),
            this.directory,
          ),
        },
        {
          what: `question ${kind}, to another server, let pass`,
          said: renderGate(open, this.elsewhere(failback), this.directory),
        },
        {
          what: `question ${kind}, asked outside of the window`,
          said: renderGate(
            open,
            {
              ...failback,
              policy: { ...failback.policy, windows: WINDOWS },
              askedNow: { by: this.jun, reason: this.reason, at: NIGHT },
            },
            this.directory,
          ),
        },
        {
          what: `question ${kind}, in a window`,
          said: renderGate(
            open,
            { ...failback, policy: { ...failback.policy, windows: WINDOWS } },
            this.directory,
          ),
        },
        {
          what: `question ${kind}, asked again`,
          said: draw({ ...open, because: this.changes(kind) }),
        },
      ];
    });
  }

  /** Every reason with every way out that there is. */
  private hold(reason: HoldReason, isWithCancelling = false): Hold {
    const { azure } = this.names;
    const evidence = evidenceOf({
      call: 'plannedFailover',
      job: azure,
      state: stateInAzure(azure),
      errors: quoted('Azure', this.said),
    });
    const choices = [
      startOver,
      askAgain('awaitingCommit'),
      lookAgain('synchronizing'),
      adoptJob('synchronizing', azure),
      goOnUnprepared('starting'),
      overrideProof(MISSING),
      confirmProtection,
      follow('verifying', coded('followToCommit')),
      {
        name: 'continue',
        means: coded('acceptAsExpected'),
        leadsTo: 'synchronizing' as const,
      },
    ];
    const offered = isWithCancelling
      ? [letFinish('synchronizing'), restart, goOnAnyway('synchronizing'), ...CANCELS]
      : choices;
    const event =
      reason === 'notSupported'
        ? heldUnsupported([notSupported('managedDisks', azure, 'https://example.com/source')])
        : held(reason, evidence, offered);
    return { ...event, number: 4, at: NIGHT };
  }

  private holds(): readonly Said<Message>[] {
    return REASONS.flatMap((reason) =>
      [false, true].map((doNotStart) => ({
        what: `hold ${reason}${doNotStart ? ', not to be started' : ''}`,
        said: renderHold(
          { ...this.hold(reason, doNotStart), ...(reason === 'askedFor' && { by: this.jun }) },
          withHomeVm(this.at('synchronizing'), { isMarked: doNotStart }),
          this.directory,
        ),
      })),
    );
  }

  private boards(): readonly Said<Message>[] {
    const moment = { now: NIGHT + 3_600_000, readAt: NIGHT };
    const board = (what: string, failback: Failback) => ({
      what: `board ${what}`,
      said: renderBoard(failback, this.directory, moment),
    });
    return [
      ...STAGES.flatMap((stage) => [
        board(stage, this.at(stage)),
        board(`${stage}, on hold`, { ...this.at(stage), hold: this.hold('jobUnknown') }),
      ]),
      ...STAGES.map((stage) =>
        board(`${stage}, to another server`, this.elsewhere(this.at(stage))),
      ),
      ...KINDS.map((kind) => {
        const failback = this.at(GATES[kind].awaits);
        return board(`${kind} asked`, { ...failback, gate: this.gate(kind, failback) });
      }),
      ...STAGES.map((stage) =>
        board(
          `${stage} with a connector`,
          withHomeVm(this.at(stage), {
            host: { name: 'HV-01' },
            proofs: this.proofs,
            seen: { outcome: 'ok', state: this.names.azure, checkpoints: 2 },
          }),
        ),
      ),
      ...ENDS.map((end) => board(end, this.ended(end))),
      board('cancelling', {
        ...withHomeVm(this.at('awaitingCompletion'), { isMarked: true }),
        stage: 'cancelling',
        cancelling: {
          by: this.jun,
          reason: this.reason,
          andThen: 'end',
          from: 'awaitingCompletion',
          wasDown: false,
        },
      }),
      board('not to be started', withHomeVm(this.ended('abandoned'), { isMarked: true })),
      board(
        'not to be started, left elsewhere',
        withLeftVm(this.ended('abandoned'), this.names.azure),
      ),
    ];
  }

  /** A failback whose next question waits for its maintenance window. */
  private get waiting(): Failback {
    const failback = this.at('awaitingCompletion');
    return { ...failback, policy: { ...failback.policy, windows: WINDOWS } };
  }

  private handovers(): readonly Said<Message>[] {
    const { directory } = this;
    const moment = { now: NIGHT + 3_600_000, readAt: NIGHT };
    const states = [
      ...STAGES.map((stage) => this.at(stage)),
      ...STAGES.map((stage) => ({ ...this.at(stage), hold: this.hold('jobUnknown') })),
      ...KINDS.map((kind) => {
        const failback = this.at(GATES[kind].awaits);
        return { ...failback, gate: this.gate(kind, failback) };
      }),
      ...ENDS.map((end) => this.ended(end)),
      this.waiting,
    ];
    return [
      ...states.map((failback) => ({
        what: `handover ${failback.stage}`,
        said: renderHandover(failback, directory, moment),
      })),
      { what: 'handover, several', said: renderHandovers(states, directory, moment.now) },
    ];
  }

  private reminders(): readonly Said<Message>[] {
    const wave = Array.from({ length: 20 }, () => this.waiting);
    return [
      ...KINDS.map((kind) => {
        const failback = this.at(GATES[kind].awaits);
        return {
          what: `reminder ${kind}`,
          said: renderGateReminder(this.gate(kind, failback), failback, this.directory),
        };
      }),
      ...REASONS.map((reason) => ({
        what: `reminder ${reason}`,
        said: renderHoldReminder(this.hold(reason), this.at('synchronizing'), this.directory),
      })),
      { what: 'reminder wave', said: renderWaveReminder('RUN-7K3M', 2, wave, this.directory) },
      { what: 'reminder over', said: renderReminderOver('FB-TEST') },
    ];
  }

  private waits(): readonly Said<Message>[] {
    const moment = { now: NIGHT, readAt: NIGHT };
    return [
      { what: 'ready', said: renderReady({ gate: 'complete', until: NIGHT }, this.waiting) },
      {
        what: 'ready, whole failback',
        said: renderReady({ gate: 'direction', until: NIGHT }, this.waiting),
      },
      {
        what: 'run, ready',
        said: renderRunReady(
          [1, 2].map((number) => ({
            run: 'RUN-TEST',
            wave: number,
            gate: 'complete' as const,
            until: NIGHT,
            waiting: Array.from({ length: 10 }, () => this.waiting),
            number,
          })),
          'RUN-TEST',
        ),
      },
      { what: 'was ready', said: renderWasReady('FB-TEST') },
      {
        what: 'run, window soon',
        said: renderWindowSoon(
          'RUN-TEST',
          Array.from({ length: 2 }, () => ({
            gate: 'complete' as const,
            until: NIGHT,
            waiting: Array.from({ length: 10 }, () => this.waiting),
          })),
          this.directory,
        ),
      },
      { what: 'board, ready', said: renderBoard(this.waiting, this.directory, moment) },
    ];
  }

  private alarms(): readonly Said<Message>[] {
    const marked = { isMarked: true, host: { name: 'HV-01' } };
    const failback = withLeftVm(withHomeVm(this.ended('cancelled'), marked), this.names.azure);
    const alarm = { number: 1, at: NIGHT, state: this.names.azure };
    return failback.onPremises.flatMap((vm) =>
      [alarm, { ...alarm, offAt: NIGHT + 60_000 }].map((said, index) => ({
        what: `alarm ${index === 0 ? 'open' : 'over'}${vm.isDestination ? '' : ', elsewhere'}`,
        said: renderAlarm(said, vm, failback, this.directory),
      })),
    );
  }

  private ended(end: (typeof ENDS)[number]): Failback {
    const failback = this.at(end === 'protected' ? 'reversing' : 'completing');
    return { ...failback, stage: end, endedAt: NIGHT + 3_600_000 };
  }

  private ends(): readonly Said<Message>[] {
    const head = { sequence: 42, hash: 'ab'.repeat(32) };
    return ENDS.flatMap((end) =>
      [undefined, head].map((known) => ({
        what: `end ${end}`,
        said: renderEnd(withHomeVm(this.ended(end), { isMarked: true }), known),
      })),
    );
  }

  private closed(): readonly Said<Message>[] {
    const outcomes: readonly Decision['outcome'][] = [
      'passed',
      'declined',
      'expired',
      'withdrawn',
      'voided',
    ];
    const votes = [{ by: this.jun, vote: 'decline' as const, reason: this.reason, at: NIGHT }];
    const decisions = KINDS.flatMap((kind) =>
      outcomes.map((outcome) => ({
        what: `closed ${kind} ${outcome}`,
        said: renderDecision(
          { kind, number: 1, outcome, votes, at: NIGHT },
          this.at('completing'),
          this.directory,
        ),
      })),
    );
    const releases = REASONS.flatMap((reason) =>
      [{}, { choice: 'again', by: this.jun }].map((answer) => ({
        what: `released ${reason}`,
        said: renderRelease(
          { number: 2, reason, at: NIGHT, ...answer },
          this.at('completing'),
          this.directory,
        ),
      })),
    );
    return [...decisions, ...releases];
  }

  /** A reason in the length in which a command lets it through. */
  private get reason(): string {
    return this.names.typed.slice(0, 500);
  }

  private refusals(): readonly Said<Message>[] {
    const failback = { ...this.at('awaitingCommit'), hold: this.hold('jobFailed') };
    const codes = Object.keys(REFUSALS) as RefusalCode[];
    return [failback, this.at('awaitingDirection'), this.ended('declined')].flatMap((state) =>
      codes.map((code) => ({
        what: `refusal ${code} in ${state.stage}`,
        said: refusal(code, state, this.directory),
      })),
    );
  }

  private errors(): readonly Said<Message>[] {
    const facts = { service: 'azure', operation: 'commit', status: 503, requestId: 'r-1' };
    const { item, providers } = this.readiness;
    return [
      {
        what: 'upstream error',
        said: errorReply(
          new UpstreamError('x', coded('slackNotReached'), { ...facts, retryable: true }),
          'r',
        ),
      },
      {
        what: 'conflict',
        said: errorReply(
          new ConflictError('x', coded('vmHasOpenFailback', { vm: 'web-01', failback: 'FB-7K3M' })),
          'r',
        ),
      },
      { what: 'bug', said: errorReply(new TypeError(this.names.azure), 'a1b2c3d4') },
      {
        what: 'readiness',
        said: readinessMessage(this.names.vm, checkReadiness({ item, providers, now: NIGHT })),
      },
      ...this.sights.map((onPremises) => ({
        what: `readiness, on-premises ${onPremises.vm.outcome}`,
        said: readinessMessage(
          this.names.vm,
          checkReadiness({ item, providers, now: NIGHT, onPremises }),
        ),
      })),
      {
        what: 'readiness without an item',
        said: readinessMessage(
          this.names.vm,
          checkReadiness({ item: undefined, providers, now: NIGHT }),
        ),
      },
    ];
  }

  private get filling(): Filling {
    return {
      ...this.names,
      said: this.said,
      by: this.jun,
      reason: this.reason,
      issue: this.issue,
      checks: checkReadiness({ ...this.readiness, now: NIGHT }),
      changes: this.changes('direction'),
      refusals: Object.keys(REFUSALS),
    };
  }

  /** One line of every event that there is. */
  private lines(): readonly Said<Message>[] {
    return Object.values(sampleEvents(this.filling))
      .flat()
      .flatMap((event, index) => {
        const entry = {
          sequence: 1,
          stream: 'FB-TEST',
          revision: 1,
          at: NIGHT,
          hash: 'c0'.repeat(32),
        };
        const line = describeEntry({ ...entry, event }, this.directory);
        return line === undefined
          ? []
          : [{ what: `line ${event.type} ${index}`, said: compose(bulletList([line])) }];
      });
  }
}
