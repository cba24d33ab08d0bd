/** A recovery plan of two groups, without actions of its own. */
export const PLAN_SCENE = {
  vms: ['db-01', 'web-01'].map((name) => ({ name, writeEveryMs: 50 })),
  plans: [{ name: 'shop', groups: [{ vms: ['db-01'] }, { vms: ['web-01'] }] }],
};
