/** The servers that belong to Teams, as the settings list them. Nothing is believed from, or sent to, any other. */
export class ServiceServers {
  /** The address to use where none is known. */
  readonly usual: string;
  private readonly origins: ReadonlySet<string>;

  constructor(serviceUrls: readonly string[]) {
    this.usual = serviceUrls[0] ?? '';
    this.origins = new Set(serviceUrls.map((url) => new URL(url).origin));
  }

  has(url: string): boolean {
    if (!URL.canParse(url)) return false;
    const { origin, username, password } = new URL(url);
    return this.origins.has(origin) && username === '' && password === '';
  }
}
