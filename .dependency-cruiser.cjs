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

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    inward('failback-stands-alone', '^bot/failback/', '^bot/failback/'),
    {
      name: 'failback-is-pure',
      severity: 'error',
      from: { path: '^bot/failback/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    inward('access-looks-inward', '^bot/access/', '^bot/(access|failback)/'),
    inward('chat-looks-inward', '^bot/chat/', '^bot/(chat|access|failback)/'),
    inward('runner-looks-inward', '^bot/runner/', '^bot/(runner|failback)/'),
    inward('messages-look-inward', '^bot/messages/', '^bot/(messages|chat|access|failback)/'),
    inward(
      'publisher-looks-inward',
      '^bot/publisher/',
      '^bot/(publisher|messages|chat|access|failback)/',
    ),
    inward('commands-speak-neutral', '^commands/', '^(commands/|bot/[^/]+/)'),
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
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
