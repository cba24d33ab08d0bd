import { crc32, deflateSync } from 'node:zlib';

/** A picture of four bytes for each pixel: red, green, blue, opacity. Row after row, from the top left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Eight bits for each channel, with opacity, not interlaced: https://www.w3.org/TR/png/#11IHDR */
const FORMAT = [8, 6, 0, 0, 0];

/** Writes a picture as PNG. */
export function encodePng({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(FORMAT, 8);
  const rows = Array.from({ length: height }, (_none, row) => {
    const start = row * width * 4;
    // Every row begins with the name of its filter: none.
    return Buffer.concat([Buffer.of(0), pixels.subarray(start, start + width * 4)]);
  });
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND')]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
