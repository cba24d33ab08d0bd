import { describe, expect, it } from 'vitest';
import { hasRole } from '../../../../bot/failback/state/roles.ts';

describe('roles', () => {
  it('give what they name', () => {
    expect(hasRole(['approver'], 'approver')).toBe(true);
    expect(hasRole(['operator'], 'approver')).toBe(false);
    expect(hasRole(['approver'], 'operator')).toBe(false);
  });

  it('let everybody who has one look on, and nobody else', () => {
    expect(hasRole(['operator'], 'viewer')).toBe(true);
    expect(hasRole([], 'viewer')).toBe(false);
  });

  it('let an admin act as any of them', () => {
    expect(hasRole(['admin'], 'approver')).toBe(true);
    expect(hasRole(['admin'], 'operator')).toBe(true);
  });
});
