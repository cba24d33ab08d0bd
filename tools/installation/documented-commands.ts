import { readFileSync } from 'node:fs';

/** What an administrator follows. */
export const PAGES = ['docs/install.md', 'docs/install-teams.md', 'docs/operations.md'] as const;

/** How each command of the pages that makes an installation is carried out: once, in this order. */
export const STEPS: Readonly<Record<string, string>> = {
  'npm ci': 'npm ci --no-audit --no-fund',
  'npm run build': 'npm run build',
  'npm prune --omit=dev': 'npm prune --omit=dev --no-audit --no-fund',
  'sudo ln -s /opt/failback/dist/bot/cli.js /usr/local/bin/failback':
    'ln -s "$INSTALLATION/dist/bot/cli.js" "$BIN/failback"',
};

/**
 * How each other command of the pages is tried in an installation: everything that it stands for, with what is in angle
 * brackets there filled in. Each has to end with 0.
 */
export const TRIALS: Readonly<Record<string, readonly string[]>> = {
  'failback help': ['failback help'],
  'npm start': ['FAILBACK_CONFIG=none.yaml npm start; test $? -eq 2'],
  'FAILBACK_CONFIG=/etc/failback/failback.yaml failback config check': ['failback config check'],
  'FAILBACK_STORAGE_PATH=/var/backups/failback/<copy>.db failback audit verify --head <a head that you kept>':
    ['FAILBACK_STORAGE_PATH="$COPY" failback audit verify --head "$HEAD"'],
  'npm run package:teams -- --app-id <app id> --developer "<your team>" --website https://<a page of yours>':
    [
      'npm run package:teams -- --app-id 7d7a1f0e-1111-4222-a333-444455556666 --developer "Example" --website https://ops.example --out "$BIN/teams.zip"',
    ],
  'failback audit verify --head <the newest head that is older than the backup>': [
    'failback audit verify --head "$HEAD"',
  ],
  'failback audit verify --head <that head>': ['failback audit verify --head "$HEAD"'],
  'failback audit verify --head': ['failback audit verify --head "$HEAD"'],
  'failback audit export --stream FB-…': ['failback audit export --stream "$ID"'],
  'failback audit verify': ['failback audit verify'],
  'failback audit head': ['failback audit head'],
  'failback audit verify [--head SEQUENCE:HASH]': [
    'failback audit verify',
    'failback audit verify --head "$HEAD"',
  ],
  'failback audit export [--format jsonl|csv] [--stream FB-7K3M]': [
    'failback audit export > "$BIN/all.jsonl"',
    'failback audit export --format csv > "$BIN/all.csv"',
    'failback audit export --format jsonl --stream "$ID" > "$BIN/one.jsonl"',
  ],
  'failback audit verify --export FILE [--head SEQUENCE:HASH | --stream FB-7K3M]': [
    'failback audit verify --export "$BIN/all.csv"',
    'failback audit verify --export "$BIN/all.jsonl" --head "$HEAD"',
    'failback audit verify --export "$BIN/one.jsonl" --stream "$ID"',
  ],
  'node /opt/failback/dist/bot/cli.js': ['node "$INSTALLATION/dist/bot/cli.js" help'],
  'node dist\\bot\\cli.js': ['node dist/bot/cli.js help'],
};

/** What the pages themselves say is done in a clone, not in the installation; or is made of the steps above. */
export const ELSEWHERE: readonly string[] = [
  'npm ci && npm run rehearse -- --play',
  'npm run rehearse -- --playground',
  'npm ci && npm run build && npm prune --omit=dev',
];

const COMMAND = /^(?:[A-Z_]+=\S+ )?(?:sudo ln|npm|node|failback) /;

/** What stands between two lines of three backquotes. */
const BLOCK = /^```\w*\n(.*?)^```$/gms;

/** Every command of ours that a page shows, in a block or in a line, in the order of the page. */
export function documentedCommands(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8').replaceAll('\\\n', '');
  const blocks = [...text.matchAll(BLOCK)].flatMap(([, block = '']) => block.split('\n'));
  const spans = [...text.replaceAll(BLOCK, '').matchAll(/`([^`\n]+)`/g)];
  return [...blocks, ...spans.map(([, span = '']) => span)].filter((one) => COMMAND.test(one));
}
