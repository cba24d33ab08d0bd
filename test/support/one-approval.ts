type Settings = Readonly<Record<string, unknown>>;

/** The settings with one approval for a commit: for stories that are about something else. */
export function withOneApproval(settings: Settings): Settings {
  const { approvals, ...policies } = objectIn(settings, 'policies');
  const own = objectIn({ approvals }, 'approvals');
  return { ...settings, policies: { ...policies, approvals: { commit: 1, ...own } } };
}

const objectIn = (settings: Settings, key: string): Settings =>
  (settings[key] as Settings | undefined) ?? {};
