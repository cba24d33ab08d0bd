import { readFileSync } from 'node:fs';
import { drawColourIcon, drawOutlineIcon } from './icons.ts';
import { encodePng } from './png.ts';
import { writeZip, type ZipEntry } from './zip.ts';

/** The part of the manifest that differs from one installation to the next. */
export interface PackageChoices {
  /** The application (client) id of the bot: a GUID. */
  readonly appId: string;
  /** Who runs the bot, for the people who look it up in Teams; as in the manifest unless set. */
  readonly developer?: string;
  /** A page about the bot in your own intranet, over https; as in the manifest unless set. */
  readonly website?: string;
}

const MANIFEST = new URL('./manifest.json', import.meta.url);
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_APP = '00000000-0000-0000-0000-000000000000';

/** The manifest for one installation. Throws when a choice cannot be used. */
export function manifestFor({ appId, developer, website }: PackageChoices) {
  if (!GUID.test(appId) || appId === NO_APP) {
    throw new Error('The app id must be the application (client) id of the bot, a GUID.');
  }
  if (website !== undefined && !/^https:\/\/[^\s/]+/.test(website)) {
    throw new Error('The website must begin with https://.');
  }
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
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
export function packageFiles(choices: PackageChoices): readonly ZipEntry[] {
  const manifest = `${JSON.stringify(manifestFor(choices), undefined, 2)}\n`;
  return [
    { name: 'manifest.json', data: Buffer.from(manifest) },
    { name: 'color.png', data: encodePng(drawColourIcon()) },
    { name: 'outline.png', data: encodePng(drawOutlineIcon()) },
  ];
}

/** The package that is uploaded to Teams. */
export function teamsPackage(choices: PackageChoices): Buffer {
  return writeZip(packageFiles(choices));
}
