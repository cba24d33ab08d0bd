import type { Finding } from '../problems/problem.ts';

/**
 * Somebody in Teams as the directory knows them: `tenant:object id`, in lower case. The settings may leave the tenant
 * out: then it is the first one of the section `teams`.
 */
export function teamsIdentity(spelled: string, homeTenant: string): string {
  const identity = spelled.includes(':') ? spelled : `${homeTenant}:${spelled}`;
  return identity.toLowerCase();
}

/** Whether every person in Teams is somebody else, and of a tenant that may use the bot. */
export function checkTeamsIdentities(
  people: readonly { readonly teams?: string }[],
  tenants: readonly string[],
): readonly Finding[] {
  const known = tenants.map((tenant) => tenant.toLowerCase());
  const first = new Map<string, number>();
  return people.flatMap(({ teams }, index): Finding[] => {
    if (teams === undefined) return [];
    const path = ['people', index, 'teams'];
    const identity = teamsIdentity(teams, known[0] ?? '');
    const same = first.get(identity);
    if (same === undefined) first.set(identity, index);
    if (!known.includes(identity.split(':')[0] ?? ''))
      return [
        {
          path,
          text: 'is of a tenant that is not in teams.tenants. Add it there, or correct this',
        },
      ];
    // The same spelling twice is found by the list itself.
    if (same === undefined || people[same]?.teams?.toLowerCase() === teams.toLowerCase()) return [];
    return [
      {
        path,
        text: `must be different for every person: number ${same + 1} in the list has the same`,
      },
    ];
  });
}
