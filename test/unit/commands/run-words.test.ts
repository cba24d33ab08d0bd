import { describe, expect, it } from 'vitest';
import { type TypedVm, typedRun } from '../../../bot/messages/words/typed-run.ts';
import { readRunWords } from '../../../commands/run/start/read-run-words.ts';

const read = (typed: string) => readRunWords(typed.split(' '));

describe('what is typed of several VMs', () => {
  it('is the VMs in waves, then what is said of all or of some of them, then the channel', () => {
    expect(
      read('db-01 then web-01 web-02 Full-Download for db-01 TO HV-02 in night shift'),
    ).toEqual({
      waves: [['db-01'], ['web-01', 'web-02']],
      clauses: [{ synchronization: 'fullDownload', only: ['db-01'] }, { server: 'HV-02' }],
      channel: 'night shift',
      stray: [],
    });
  });

  it('may have the channel before the options, and names with spaces in them', () => {
    expect(
      read('mail server, db-01 in incident create-vm for mail server, to HV-02 for db-01'),
    ).toEqual({
      waves: [['mail server', 'db-01']],
      clauses: [
        { createsVm: true, only: ['mail server'] },
        { server: 'HV-02', only: ['db-01'] },
      ],
      channel: 'incident',
      stray: [],
    });
  });

  it('is unclear where words stand behind an option without "for"', () => {
    expect(read('db-01 full-download then web-01').stray).toEqual(['then', 'web-01']);
  });

  it('a VM may be called like an option, where it stands first', () => {
    expect(read('full-download web-01').waves).toEqual([['full-download', 'web-01']]);
  });
});

describe('what the bot proposes to type', () => {
  const vm = (name: string, more: Partial<TypedVm> = {}): TypedVm => ({
    name,
    destination: { kind: 'originalLocation' },
    ...more,
  });
  const there = { kind: 'alternateLocation', providerId: 'p-2', server: 'HV-02' } as const;

  it.each([
    [[[vm('web-01')]], 'web-01'],
    [[[vm('db-01')], [vm('web-01'), vm('web-02')]], 'db-01 then web-01 web-02'],
    [[[vm('mail server')], [vm('web-01')]], 'mail server, then web-01'],
    [
      [
        [
          vm('a', { synchronization: 'fullDownload' }),
          vm('b', { synchronization: 'fullDownload' }),
        ],
      ],
      'a b full-download',
    ],
    [
      [[vm('a', { destination: there }), vm('my b', { synchronization: 'fullDownload' })]],
      'a, my b full-download for my b, to HV-02 for a',
    ],
  ] as const)('says of each VM what was said of it, and is read as that', (waves, typed) => {
    const { verbatim } = typedRun(waves, 'incident');
    const words = verbatim.replace('/failback start ', '');

    expect(words).toBe(`${typed} in incident`);
    const { waves: names, stray } = read(words);
    if (waves.flat().length > 1)
      expect(names).toEqual(waves.map((wave) => wave.map(({ name }) => name)));
    expect(stray).toEqual([]);
  });
});
