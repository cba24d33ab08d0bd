import { describe, expect, it } from 'vitest';
import { speak } from '../../../bot/chat/language/speak.ts';
import { Speaker } from '../../../bot/chat/language/speaker.ts';
import { plainText } from '../../../bot/chat/message/message.ts';
import type { Gate } from '../../../bot/failback/state/failback.ts';
import { renderBoard } from '../../../bot/messages/board/board.ts';
import { DICTIONARY } from '../../../bot/messages/dictionary/dictionary.ts';
import { renderGate } from '../../../bot/messages/questions/ask.ts';
import { requested } from '../../support/failback-story.ts';
import { IncidentChannel } from '../../support/incident-channel.ts';

const korean = new Speaker('ko', DICTIONARY);

describe('a Korean channel', () => {
  it('is asked and answered in Korean; what has to be typed stays as it is', async () => {
    const channel = new IncidentChannel({ language: 'ko' });

    const started = await channel.types('mina', 'start web-01');
    const id = /FB-[0-9A-Z]+/.exec(started.text)?.[0] ?? '';
    expect(started.text).toContain('현황판은 이 채널에 있습니다');
    const wrong = await channel.types('jun', `approve ${id} 애저`);
    expect(wrong.text).toContain('VM이 실제로 실행 중인 쪽이 아닙니다');
    const approved = await channel.types('jun', `approve ${id} azure`);

    expect(approved.text).toContain('승인이 기록되었습니다');
    expect((await channel.failback(id)).decisions).toMatchObject([{ outcome: 'passed' }]);
  });

  it('shows the question and the board in Korean, with durations and the names of checks', async () => {
    const channel = new IncidentChannel({ language: 'ko' });
    const { directory, clock } = channel.desk;
    const id = (await channel.types('mina', 'start web-01')).text.match(/FB-[0-9A-Z]+/)?.[0] ?? '';
    const failback = await channel.failback(id);
    const read = (message: Parameters<typeof speak>[0]) =>
      plainText(speak(message, korean), (person) => directory.nameOf(person));
    const moment = { now: clock.now() + 11_100_000, readAt: clock.now() };

    expect(read(renderGate(failback.gate as Gate, failback, directory))).toContain(
      '방향: web-01 VM을 Azure에서 온-프레미스로 복귀시키시겠습니까?',
    );
    expect(read(renderBoard(failback, directory, moment))).toContain(
      '이 단계의 경과 시간: 3시간 5분',
    );
  });

  it('shows what an older version has written down in English words', async () => {
    const channel = new IncidentChannel({ language: 'ko' });
    await channel.desk.tell('FB-2222', requested(), {
      type: 'ended',
      end: 'notReady',
      summary: 'Not ready to come home. Nothing was changed.',
    });

    const { text } = await channel.types('kim', 'timeline FB-2222');

    expect(text).toContain('Not ready to come home. Nothing was changed.');
    expect(text).toContain('web-01 VM의 복귀를 요청했습니다');
  });
});
