import { hasRole, type Role } from '../failback/state/roles.ts';

export interface Person {
  /** Id in the settings: what the ledger names. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** User id per chat platform: `{ slack: 'U0…' }`. */
  readonly identities: Readonly<Record<string, string>>;
}

/** The people that the settings name. A chat user who is not here decides nothing. */
export class Directory {
  private readonly byId: ReadonlyMap<string, Person>;
  private readonly byIdentity: ReadonlyMap<string, Person>;

  constructor(people: readonly Person[]) {
    this.byId = new Map(people.map((person) => [person.id, person]));
    this.byIdentity = new Map(
      people.flatMap((person) =>
        Object.entries(person.identities).map(([platform, userId]) => [
          `${platform}:${userId}`,
          person,
        ]),
      ),
    );
  }

  find(platform: string, userId: string): Person | undefined {
    return this.byIdentity.get(`${platform}:${userId}`);
  }

  get(id: string): Person | undefined {
    return this.byId.get(id);
  }

  /** The person's name, or the id itself for somebody who is no longer in the settings. */
  nameOf(id: string): string {
    return this.byId.get(id)?.name ?? id;
  }

  /** The person's user id on a platform; undefined when they are not there. */
  identityOn(platform: string, id: string): string | undefined {
    return this.byId.get(id)?.identities[platform];
  }

  withRole(role: Role): readonly Person[] {
    return [...this.byId.values()].filter((person) => hasRole(person.roles, role));
  }
}
