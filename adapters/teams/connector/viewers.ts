import type { Directory } from '../../../bot/access/directory.ts';
import { TEAMS_LIMITS } from '../cards/teams-limits.ts';

/**
 * The people of the settings by the names that Teams has for them, as far as they have acted since the start. Their
 * clients look for a newer version of a question by themselves; the others see it when the message is changed.
 */
export class Viewers {
  private readonly directory: Directory;
  private readonly accounts = new Map<string, string>();

  constructor(directory: Directory) {
    this.directory = directory;
  }

  /** Somebody is who they say they are. */
  meet(user: string, account: string): void {
    const person = this.directory.find('teams', user);
    if (person === undefined) return;
    this.accounts.delete(person.id);
    this.accounts.set(person.id, account);
  }

  /** Those who acted last. */
  all(): readonly string[] {
    return [...this.accounts.values()].slice(-TEAMS_LIMITS.refreshUsers);
  }
}
