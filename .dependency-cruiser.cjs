/** Who may import whom; docs/architecture.md shows the picture. */
const code = '^(bot|adapters|commands|storage|simulators|tools|test|bench)/';
const inward = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: code, pathNot: allowed },
});
const onlyIn = (name, folder, pkg) => ({
  name,
  severity: 'error',
  from: { pathNot: `^(${folder}|simulators|test|bench)/` },
  to: { path: `node_modules/${pkg}` },
});

/** A room uses itself and the rooms that are named, and nothing else of the project. */
const rooms = (house, walls) =>
  Object.entries(walls).map(([room, uses]) =>
    inward(
      `${house}/${room}`,
      `^${house}/${room}/`,
      `^(${[`${house}/${room}`, ...uses.map((one) => (one.includes('/') ? one : `${house}/${one}`))].join('|')})/`,
    ),
  );

/** The domain, from the words up to the runs: each row may use the rows above it that it names. */
const FAILBACK = {
  words: [],
  ports: ['words'],
  'site-recovery': ['ports', 'words'],
  'on-premises': ['ports', 'site-recovery', 'words'],
  outlook: ['ports', 'on-premises', 'words'],
  state: ['on-premises', 'outlook', 'ports', 'site-recovery', 'words'],
  readiness: ['on-premises', 'outlook', 'ports', 'site-recovery', 'state', 'words'],
  evolve: ['on-premises', 'ports', 'site-recovery', 'state', 'words'],
  holds: ['on-premises', 'ports', 'site-recovery', 'state', 'words'],
  observe: ['holds', 'on-premises', 'ports', 'site-recovery', 'state', 'words'],
  calls: ['ports', 'site-recovery', 'state', 'words'],
  next: ['state', 'words'],
  decide: [
    'evolve',
    'holds',
    'next',
    'on-premises',
    'outlook',
    'ports',
    'site-recovery',
    'state',
    'words',
  ],
  runs: ['decide', 'next', 'state', 'words'],
};

/** What people read, from single words up to whole messages. */
const OUTSIDE = ['bot/failback', 'bot/chat', 'bot/access'];
const MESSAGES = {
  dictionary: OUTSIDE,
  words: [...OUTSIDE, 'dictionary'],
  questions: [...OUTSIDE, 'dictionary', 'words'],
  waves: [...OUTSIDE, 'dictionary', 'questions', 'words'],
  board: [...OUTSIDE, 'dictionary', 'words'],
  notices: [...OUTSIDE, 'dictionary', 'words'],
  story: [...OUTSIDE, 'dictionary', 'words'],
  handover: [...OUTSIDE, 'board', 'dictionary', 'words'],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-cycles-of-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(bot|adapters|commands|storage)' },
      to: { circular: true },
    },
    inward('failback-stands-alone', '^bot/failback/', '^bot/failback/'),
    {
      name: 'failback-is-pure',
      severity: 'error',
      from: { path: '^bot/failback/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    ...rooms('bot/failback', FAILBACK),
    inward('store-looks-inward', '^bot/store/', '^bot/(store|failback)/'),
    inward('looks-look-inward', '^bot/looks/', '^bot/(looks|failback)/'),
    inward('access-looks-inward', '^bot/access/', '^bot/(access|failback)/'),
    inward('message-looks-inward', '^bot/chat/message/', '^bot/(chat/message|failback)/'),
    inward(
      'language-looks-inward',
      '^bot/chat/language/',
      '^bot/(chat/(language|message)|failback)/',
    ),
    inward(
      'endpoint-looks-inward',
      '^bot/chat/endpoint/',
      '^bot/(chat/(endpoint|message)|failback)/',
    ),
    inward('chat-looks-inward', '^bot/chat/', '^bot/(chat|access|store|failback)/'),
    ...rooms('bot/messages', MESSAGES),
    inward('runner-looks-inward', '^bot/runner/', '^bot/(runner|store|looks|failback)/'),
    inward(
      'publisher-looks-inward',
      '^bot/publisher/',
      '^bot/(publisher|messages|chat|store|access|failback)/',
    ),
    inward(
      'commands-speak-neutral',
      '^commands/',
      '^(commands|bot/(messages|chat|store|looks|access|failback))/',
    ),
    inward('storage-implements-ports', '^storage/', '^(storage/|bot/[^/]+/)'),
    {
      name: 'adapters-stay-apart',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: {
        path: '^(adapters|commands|storage|simulators|tools|test|bench)/|^bot/[^/]+\\.ts$',
        pathNot: '^adapters/$1/',
      },
    },
    onlyIn('slack-sdk', 'adapters/slack', '@slack/'),
    onlyIn('teams-sdk', 'adapters/teams', 'bot(builder|framework)'),
    onlyIn('azure-sdk', 'adapters/azure', '@azure/'),
    onlyIn('powershell', 'adapters/hyperv', 'node-powershell'),
    onlyIn('sqlite', 'storage/sqlite', 'better-sqlite3'),
    {
      name: 'product-without-test-code',
      severity: 'error',
      from: { path: '^(bot|adapters|commands|storage)/' },
      to: { path: '^(simulators|tools|test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    metrics: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
