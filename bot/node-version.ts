/** As in package.json. */
const NEEDED = '22.15';

/** What is asked of a process; `process` has it. */
interface Running {
  readonly versions: { readonly node: string };
  readonly stderr: NodeJS.WritableStream;
  readonly exit: (code: number) => void;
}

/** Ends a process whose Node is too old, and says so in one sentence. To be called before anything else is imported. */
export function refuseOldNode({ versions, stderr, exit }: Running): void {
  if (isNewEnough(versions.node)) return;
  stderr.write(`Failback needs Node ${NEEDED} or later, and this is Node ${versions.node}.\n`);
  exit(2);
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED.split('.').map(Number);
  return major === neededMajor ? minor >= neededMinor : major > neededMajor;
}
