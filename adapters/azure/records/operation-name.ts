/**
 * The names in an ARM path behind the vault, without the ids between them:
 * `replicationProtectedItems/plannedFailover`, `replicationJobs`.
 */
export function operationName(url: string): string {
  const path = new URL(url).pathname;
  const behindVault = path.split(/\/vaults\/[^/]+\//i)[1];
  if (behindVault === undefined) return path;
  const names = behindVault.split('/').filter((_, index) => index % 2 === 0);
  return names.filter((name) => !PARENTS.has(name.toLowerCase()) || names.length === 1).join('/');
}

const PARENTS = new Set(['replicationfabrics', 'replicationprotectioncontainers']);
