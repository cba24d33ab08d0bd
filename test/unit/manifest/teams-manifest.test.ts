import { readFileSync } from 'node:fs';
import { crc32, inflateSync } from 'node:zlib';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import { manifestFor, packageFiles, teamsPackage } from '../../../tools/teams/teams-package.ts';
import { ENGLISH } from '../../support/catalogue/spoken.ts';

const APP_ID = '7d7a1f0e-1111-4222-a333-444455556666';
const CHOICES = { appId: APP_ID, developer: 'Example Operations', website: 'https://ops.example' };

const manifest = manifestFor(CHOICES);
const validate = (candidate: object) =>
  AppManifestUtils.validateAgainstSchema(candidate as typeof manifest);

describe('the manifest of the Teams app', () => {
  it('is valid against the schema that Microsoft publishes', async () => {
    expect(await validate(manifest)).toEqual([]);
    expect(await validate({ ...manifest, bots: [{ botId: 'me', scopes: ['moon'] }] })).not.toEqual(
      [],
    );
  });

  it('names the bot of this installation, and who runs it', () => {
    expect(manifest).toMatchObject({
      id: APP_ID,
      bots: [{ botId: APP_ID }],
      developer: { name: 'Example Operations', websiteUrl: 'https://ops.example' },
    });
    expect(manifestFor({ appId: APP_ID }).developer.name).toBe('Your operations team');
  });

  it.each([
    ['', undefined],
    ['failback', undefined],
    ['00000000-0000-0000-0000-000000000000', undefined],
    [APP_ID, 'http://ops.example'],
  ])('is not made for the app id "%s" with the website %s', (appId, website) => {
    expect(() => manifestFor({ appId, ...(website && { website }) })).toThrow(/must/);
  });

  it('offers commands that there are, in the words of the help, wherever the bot is', () => {
    const [bot] = manifest.bots;
    const [list] = bot.commandLists;
    const known = new Map(COMMANDS.map(({ name, summary }) => [name, ENGLISH.text(summary)]));

    expect(list.scopes).toEqual(bot.scopes);
    for (const { title, description } of list.commands) {
      expect([title, description]).toEqual([title, known.get(title)]);
    }
  });

  it('has the version of the bot, and asks for no permission', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    );

    expect(manifest.version).toBe(version);
    expect(manifest.authorization).toBeUndefined();
    expect(manifest.webApplicationInfo).toBeUndefined();
  });
});

describe('the icons', () => {
  it('are as large as Teams wants them, and drawn', () => {
    const colour = readPng('color.png');
    const outline = readPng('outline.png');

    expect([colour.width, colour.height]).toEqual([192, 192]);
    expect([outline.width, outline.height]).toEqual([32, 32]);
    expect(colour.at(0, 0)).toEqual([0x1f, 0x3a, 0x5f, 255]);
    expect(colour.at(70, 120)).toEqual([255, 255, 255, 255]);
    expect(colour.at(96, 110)).toEqual([0x1f, 0x3a, 0x5f, 255]);
    expect(outline.at(0, 0)).toEqual([255, 255, 255, 0]);
    expect(outline.at(8, 20)).toEqual([255, 255, 255, 255]);
  });

  it('are opaque in the one and white in the other, everywhere', () => {
    const colour = readPng('color.png').pixels;
    const outline = readPng('outline.png').pixels;

    expect(colour.every(([, , , opacity]) => opacity === 255)).toBe(true);
    expect(
      outline.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255),
    ).toBe(true);
    const share = outline.filter(([, , , opacity]) => opacity === 255).length / outline.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.6);
  });
});

describe('the package', () => {
  it('holds the manifest and both icons at its root, whole', () => {
    const files = readZip(teamsPackage(CHOICES));

    expect(files).toEqual(packageFiles(CHOICES).map(({ name, data }) => ({ name, data })));
    expect(JSON.parse(files[0]?.data.toString() ?? '')).toEqual(manifest);
    expect(files.slice(1).map(({ name }) => name)).toEqual([
      manifest.icons.color,
      manifest.icons.outline,
    ]);
  });

  it('is the same whenever it is made', () => {
    expect(teamsPackage(CHOICES).equals(teamsPackage(CHOICES))).toBe(true);
    expect(teamsPackage(CHOICES).length).toBeLessThan(20_000);
  });
});

/** Reads a PNG without filters and checks every chunk on the way. */
function readPng(name: string) {
  const file = packageFiles(CHOICES).find((one) => one.name === name)?.data ?? Buffer.alloc(0);
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const chunks = readChunks(file.subarray(8));
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  const [header, data] = chunks.map((one) => one.data);
  const width = header?.readUInt32BE(0) ?? 0;
  const height = header?.readUInt32BE(4) ?? 0;
  expect(header?.subarray(8).toString('hex')).toBe('0806000000');
  const rows = inflateSync(data ?? Buffer.alloc(0));
  expect(rows.length).toBe(height * (width * 4 + 1));
  const at = (x: number, y: number) => {
    const start = y * (width * 4 + 1) + 1 + x * 4;
    return [...rows.subarray(start, start + 4)];
  };
  const pixels = Array.from({ length: width * height }, (_none, index) =>
    at(index % width, Math.floor(index / width)),
  );
  return { width, height, at, pixels };
}

function readChunks(bytes: Buffer): { type: string; data: Buffer }[] {
  if (bytes.length === 0) return [];
  const length = bytes.readUInt32BE(0);
  const body = bytes.subarray(4, 8 + length);
  expect(bytes.readUInt32BE(8 + length)).toBe(crc32(body));
  const chunk = { type: body.subarray(0, 4).toString(), data: body.subarray(4) };
  return [chunk, ...readChunks(bytes.subarray(12 + length))];
}

/** Reads an archive by its directory, from the end, as programs do; the headers of the files must agree with it. */
function readZip(archive: Buffer): { name: string; data: Buffer }[] {
  const end = archive.subarray(-22);
  expect(end.readUInt32LE(0)).toBe(0x06054b50);
  const count = end.readUInt16LE(10);
  let at = end.readUInt32LE(16);
  expect(at + end.readUInt32LE(12)).toBe(archive.length - 22);
  return Array.from({ length: count }, () => {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [length, nameLength] = [archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28)];
    const start = archive.readUInt32LE(at + 42);
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString();
    expect(archive.readUInt32LE(start)).toBe(0x04034b50);
    expect(archive.subarray(start + 4, start + 30)).toEqual(archive.subarray(at + 6, at + 32));
    expect(archive.subarray(start + 30, start + 30 + nameLength).toString()).toBe(name);
    const data = archive.subarray(start + 30 + nameLength, start + 30 + nameLength + length);
    expect(archive.readUInt32LE(at + 16)).toBe(crc32(data));
    at += 46 + nameLength;
    return { name, data };
  });
}
