import { assert, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importLine, requestLine } from '../../../../adapters/hyperv/shell/request-line.ts';

const LINE = /^Invoke-FailbackOperation -Request ([A-Za-z0-9+/]+=*)$/;

describe('the line of a request', () => {
  it('is one argument of plain characters, whatever is asked, and carries it unchanged', async () => {
    await assert(
      property(string({ unit: 'binary' }), jsonValue(), (text, value) => {
        const request = {
          id: 'c0ffee00-0000-4000-8000-000000000000',
          operation: 'readVm',
          target: { computer: text, endpoint: '' },
          arguments: { name: text, value },
        };

        const [, payload = ''] = LINE.exec(requestLine(request)) ?? [];

        const json = Buffer.from(payload, 'base64').toString('utf8');
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(request)));
      }),
    );
  });
});

describe('the line that imports the module', () => {
  it('keeps quotes inside of the string', () => {
    expect(importLine(`C:\\it's "$(here)"\\Failback.psd1`)).toBe(
      `Import-Module -Name 'C:\\it''s "$(here)"\\Failback.psd1' -Force`,
    );
  });

  it.each(['C:\\[bot]\\x', 'C:\\*', 'C:\\?', 'C:\\봇', 'C:\\it’s', 'C:\\a\nb', ''])(
    'is not made of a path that a shell could take for another: %j',
    (path) => {
      expect(() => importLine(path)).toThrow('a path of plain characters');
    },
  );
});
