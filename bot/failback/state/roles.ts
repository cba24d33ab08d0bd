/** What a person may do. Everybody with a role may view; `admin` may do all but decide on the own request. */
export type Role = 'viewer' | 'operator' | 'approver' | 'admin';

/** Whether somebody with these roles may act as `role`. */
export function hasRole(roles: readonly string[], role: Role): boolean {
  return roles.includes(role) || roles.includes('admin') || (role === 'viewer' && roles.length > 0);
}
