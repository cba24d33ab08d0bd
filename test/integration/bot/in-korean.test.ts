import { afterEach, describe, expect, it } from 'vitest';
import { CAST, CHANNEL, NEWCOMER } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
const KOREAN = { channels: [{ name: 'incident', slack: CHANNEL, language: 'ko' }] };
let bot: BotRig;

afterEach(() => bot.stop());

/** Presses a button, waits for its form and fills it in; resolves with the form as it was shown. */
async function fillsIn(
  user: string,
  { in: ts, label, answers }: { in: string; label: string; answers: Record<string, string> },
): Promise<string> {
  const { slack } = bot.scene;
  await slack.as(user).presses(await bot.message(ts), label);
  const view = await bot.until(() => slack.views.find((one) => one.isOpen && one.user === user));
  const shown = JSON.stringify(view.view);
  await slack.as(user).fillsIn(answers);
  return shown;
}

describe('a Slack channel in Korean', () => {
  it('from the slash command to protected', async () => {
    bot = await BotRig.start({ settings: KOREAN });
    const started = await bot.types(mina, '/failback start web-01');
    const form = await fillsIn(jun.user, {
      in: '방향: web-01 VM을',
      label: '승인',
      answers: { typed: 'azure' },
    });
    await bot.presses(jun, await bot.message('장애 조치(failover) 완료: web-01 VM을'), '승인');
    await fillsIn(ada.user, { in: '커밋: Azure에서', label: '승인', answers: { typed: 'web-01' } });
    const end = await bot.message('web-01 복귀 및 보호됨');

    expect(started).toContain('web-01 VM의 장애 복구를 시작했습니다');
    expect(form).toContain('VM이 지금 어느 쪽에서 실행 중입니까?');
    expect(bot.read(end)).toContain('가동 중지 시간:');
    const board = await bot.message('Azure에서 온-프레미스로 ==');
    await bot.until(() => bot.now(board).includes('역방향 복제: 끝남'));
    expect(bot.scene.azure.vm('web-01').blocksThatDiffer()).toBe(0);
    for (const message of bot.messages()) expect(wordsLeft(bot.read(message))).toEqual([]);
  });

  it('refused clicks, help, forms and what nobody knows are answered in Korean', async () => {
    bot = await BotRig.start({ settings: KOREAN });
    await bot.types(mina, '/failback start web-01');
    const direction = await bot.message('방향: web-01 VM을');

    const answers = [
      await bot.presses(mina, direction, '승인'),
      await bot.presses(NEWCOMER, direction, '승인'),
      await bot.types(mina, '/failback help'),
      await bot.types(mina, '/failback make-coffee'),
      await bot.types(mina, '/failback start web-99'),
      await bot.types(jun, '/failback approve bogus'),
      await bot.types(mina, '/failback timeline'),
    ];
    const decline = await fillsIn(jun.user, {
      in: '방향: web-01 VM을',
      label: '거절',
      answers: { reason: '오늘 밤은 안 됩니다' },
    });
    const end = await bot.message('web-01 거절됨');

    expect(answers[0]).toContain('다른 사람이 결정해야 합니다');
    expect(answers[1]).toContain('아직 Failback에 등록되지 않은 사용자');
    expect(answers[2]).toContain('사용할 수 있는 명령');
    expect(answers[3]).toContain('make-coffee 명령은 없습니다');
    expect(answers[4]).toContain('이름이 web-99인 보호된 VM이 없습니다');
    expect(answers[5]).toContain('VM이 실제로 실행 중인 쪽이 아닙니다');
    expect(answers[6]).toContain('거부됨: Mina Example');
    expect(decline).toContain('이유를 입력하십시오');
    expect(bot.read(end)).toContain('아무것도 변경하지 않았습니다');
    expect(bot.now(direction)).toContain('오늘 밤은 안 됩니다');
  });
});

/** English that follows English, without names, commands and what is quoted. */
const wordsLeft = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/“[^”]*”/g, '')
        .replaceAll(/\/failback [^가-힣]*/g, '')
        .replaceAll(/audit \d+:\w+/g, '')
        .replaceAll(/(Mina Example|Jun Sample|Ada Placeholder)/g, ''),
    )
    .filter((line) => /[a-z]{3,} [a-z]{2,}/i.test(line));
