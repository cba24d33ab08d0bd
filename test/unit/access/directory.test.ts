import { describe, expect, it } from 'vitest';
import { requireMember, requirePerson } from '../../../bot/access/admission.ts';
import { Directory } from '../../../bot/access/directory.ts';
import { AccessError } from '../../../bot/failback/ports/errors.ts';
import { PEOPLE } from '../../support/desk.ts';

const directory = new Directory([
  ...PEOPLE,
  { id: 'root', name: 'Ruth Placeholder', roles: ['admin'], identities: { teams: '29:root' } },
]);

describe('the directory', () => {
  it('knows one person by each of their identities', () => {
    expect(directory.find('slack', 'U0JUN')?.id).toBe('jun');
    expect(directory.find('teams', '29:jun')?.id).toBe('jun');
    expect(directory.identityOn('teams', 'jun')).toBe('29:jun');
    expect(directory.get('jun')?.name).toBe('Jun Sample');
  });

  it('does not take the id of one platform for that of another', () => {
    expect(directory.find('teams', 'U0JUN')).toBeUndefined();
    expect(directory.find('slack', '29:jun')).toBeUndefined();
    expect(directory.find('slack', 'u0jun')).toBeUndefined();
  });

  it('names somebody who is no longer in the settings by their id', () => {
    expect(directory.nameOf('mina')).toBe('Mina Example');
    expect(directory.nameOf('gone')).toBe('gone');
    expect(directory.identityOn('slack', 'gone')).toBeUndefined();
  });

  it('counts an administrator among the approvers', () => {
    expect(directory.withRole('approver').map(({ id }) => id)).toEqual([
      'jun',
      'ada',
      'max',
      'root',
    ]);
  });
});

describe('admission', () => {
  const candidate = { platform: 'slack', userId: 'U0JUN', person: directory.get('jun') };

  it('lets members in', () => {
    expect(() => requireMember({ ...candidate, standing: 'member' })).not.toThrow();
    expect(requirePerson({ ...candidate, standing: 'member' }).id).toBe('jun');
  });

  it.each(['guest', 'stranger', 'bot', 'unknown'] as const)('keeps a %s out', (standing) => {
    expect(() => requireMember({ ...candidate, standing })).toThrow(AccessError);
  });
});
