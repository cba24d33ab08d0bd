import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

export interface PackageFile {
  readonly name: string;
  readonly data: Buffer;
}

/** The part of the manifest that differs from one installation to the next. */
export interface PackageChoices {
  /** The application (client) id of the bot: a GUID. */
  readonly appId: string;
  /** Who runs the bot, for the people who look it up in Teams; as in the manifest unless set. */
  readonly developer?: string;
  /** A page about the bot in your own intranet, over https; as in the manifest unless set. */
  readonly website?: string;
}

/** The build copies it beside the compiled code. */
const FOLDER = new URL('../../manifest/teams/', import.meta.url);
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_APP = '00000000-0000-0000-0000-000000000000';

/** The first day that the format knows: the same content makes the same archive on every day. */
const DATE = new Date(1980, 0, 1);

/** The manifest for one installation. Throws when a choice cannot be used. */
export function manifestFor({ appId, developer, website }: PackageChoices) {
  if (!GUID.test(appId) || appId === NO_APP) {
    throw new Error('The app id must be the application (client) id of the bot, a GUID.');
  }
  if (website !== undefined && !/^https:\/\/[^\s/]+/.test(website)) {
    throw new Error('The website must begin with https://.');
  }
  const manifest = JSON.parse(read('manifest.json').toString());
  const pages = { websiteUrl: website, privacyUrl: website, termsOfUseUrl: website };
  return {
    ...manifest,
    id: appId,
    developer: {
      ...manifest.developer,
      ...(developer !== undefined && { name: developer }),
      ...(website !== undefined && pages),
    },
    bots: manifest.bots.map((bot: object) => ({ ...bot, botId: appId })),
  };
}

/** The files that Teams wants to have, all at the root of the archive. */
export function packageFiles(choices: PackageChoices): readonly PackageFile[] {
  const manifest = `${JSON.stringify(manifestFor(choices), undefined, 2)}\n`;
  return [
    { name: 'manifest.json', data: Buffer.from(manifest) },
    { name: 'color.png', data: read('color.png') },
    { name: 'outline.png', data: read('outline.png') },
  ];
}

/** The package that is uploaded to Teams. */
export function teamsPackage(choices: PackageChoices): Buffer {
  const files = Object.fromEntries(packageFiles(choices).map(({ name, data }) => [name, data]));
  return Buffer.from(zipSync(files, { level: 0, mtime: DATE }));
}

function read(name: string): Buffer {
  return readFileSync(new URL(name, FOLDER));
}
