import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
}

/** 1980-01-01, the first day that the format knows: the same content makes the same archive on every day. */
const DATE = 0x21;

/** Version 2.0 of the format, which is all that an archive without tricks needs. */
const VERSION = 20;

/**
 * Writes an archive that stores its entries as they are. Three small files need no compression, and no dependency.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const file = Buffer.concat([signed(0x04034b50), describe(entry), nameOf(entry), entry.data]);
    directory.push(directoryEntry(entry, offset));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...files, listed, end(entries.length, listed.length, offset)]);
}

/** What a file's own header and its line in the directory have in common. */
function describe(entry: ZipEntry): Buffer {
  const { data } = entry;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(nameOf(entry).length, 22);
  return fields;
}

function directoryEntry(entry: ZipEntry, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  return Buffer.concat([signed(0x02014b50), madeBy, describe(entry), place, nameOf(entry)]);
}

function end(count: number, directoryLength: number, directoryOffset: number): Buffer {
  const fields = Buffer.alloc(18);
  fields.writeUInt16LE(count, 4);
  fields.writeUInt16LE(count, 6);
  fields.writeUInt32LE(directoryLength, 8);
  fields.writeUInt32LE(directoryOffset, 12);
  return Buffer.concat([signed(0x06054b50), fields]);
}

const nameOf = ({ name }: ZipEntry) => Buffer.from(name, 'utf8');

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
