/** A bot without a host connector. */
export const NO_HOSTS = {
  hosts: [],
  verification: { wantedOf: () => ({ ports: [] }), patienceMs: 0 },
};
