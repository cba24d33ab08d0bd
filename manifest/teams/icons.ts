import type { Picture } from './png.ts';

type Point = readonly [x: number, y: number];
type Shape = readonly Point[];
type Colour = readonly [red: number, green: number, blue: number];

/** A house to come home to, and an arrow that points into it; on a square whose side is 1. */
const HOUSE: Shape = [
  [0.5, 0.06],
  [0.97, 0.5],
  [0.84, 0.5],
  [0.84, 0.94],
  [0.16, 0.94],
  [0.16, 0.5],
  [0.03, 0.5],
];
const ARROW: Shape = [
  [0.43, 0.36],
  [0.57, 0.36],
  [0.57, 0.6],
  [0.7, 0.6],
  [0.5, 0.82],
  [0.3, 0.6],
  [0.43, 0.6],
];

/** The background of the Slack app, too. */
const BLUE: Colour = [0x1f, 0x3a, 0x5f];
const WHITE: Colour = [0xff, 0xff, 0xff];

/** 192 pixels, filled to the edge, the symbol in the middle half: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package */
export function drawColourIcon(): Picture {
  const size = 192;
  return draw(size, (x, y) => {
    const share = coverage([x * 2 - 0.5, y * 2 - 0.5], 2 / size);
    const mixed = BLUE.map((blue, at) => Math.round(blue + ((WHITE[at] ?? 0) - blue) * share));
    return [...mixed, 255];
  });
}

/** 32 pixels, white on nothing: Teams gives it its colour. */
export function drawOutlineIcon(): Picture {
  const size = 32;
  return draw(size, (x, y) => [...WHITE, Math.round(255 * coverage([x, y], 1 / size))]);
}

/** Asks for the colour of each pixel by its top left corner, on a square whose side is 1. */
function draw(size: number, pixelAt: (x: number, y: number) => readonly number[]): Picture {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      pixels.set(pixelAt(column / size, row / size), (row * size + column) * 4);
    }
  }
  return { width: size, height: size, pixels };
}

/** Looks at this many points in each direction of a pixel, so that slopes are smooth. */
const SAMPLES = 4;

/** How much of a pixel the symbol covers, from 0 to 1. */
function coverage([left, top]: Point, width: number): number {
  let hits = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = left + (((sample % SAMPLES) + 0.5) / SAMPLES) * width;
    const y = top + ((Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * width;
    if (isInside(HOUSE, x, y) && !isInside(ARROW, x, y)) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
}

/** Whether a line from the point to the right meets the outline an odd number of times. */
function isInside(shape: Shape, x: number, y: number): boolean {
  const crossings = shape.filter(([fromX, fromY], at) => {
    const [toX, toY] = shape[(at + 1) % shape.length] ?? [fromX, fromY];
    const isBeside = fromY > y !== toY > y;
    return isBeside && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
  });
  return crossings.length % 2 === 1;
}
