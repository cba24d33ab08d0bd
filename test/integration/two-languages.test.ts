import { afterEach, describe, expect, it } from 'vitest';
import { CAST, CHANNEL } from '../../simulators/rehearsal/scene.ts';
import { TEAMS_CHANNEL } from '../../simulators/rehearsal/teams-scene.ts';
import { TwoChats } from '../support/two-chats.ts';

const { jun } = CAST;
let chats: TwoChats;

afterEach(() => chats.stop());

const speaking = (language: unknown) =>
  TwoChats.start({
    channels: [{ name: 'incident', slack: CHANNEL, teams: TEAMS_CHANNEL, language }],
  });

const calls = () => chats.scene.azure.calls;

describe('a Teams channel in Korean', () => {
  it('from the command to protected', async () => {
    chats = await speaking('ko');
    const started = await chats.typesInTeams('mina', 'start web-01');
    await chats.approvesInTeams('jun', await chats.inTeams('방향: web-01 VM을'), 'azure', '승인');
    const complete = await chats.inTeams('장애 조치(failover) 완료: web-01 VM을');
    const answer = await chats.pressesInTeams('jun', complete, '승인');
    await chats.approvesInTeams('ada', await chats.inTeams('커밋: Azure에서'), 'web-01', '승인');
    await chats.inTeams('web-01 복귀 및 보호됨');

    expect(started).toContain('web-01 VM의 장애 복구를 시작했습니다');
    expect(answer).toContain('승인이 기록되었습니다');
    expect(calls().accepted('failoverCommit')).toBe(1);
    expect(await chats.typesAloneInTeams('mina', 'help')).toContain('사용할 수 있는 명령');
  });
});

describe('Slack in English and Teams in Korean', () => {
  it('show the same failback, and one decision closes the question in both', async () => {
    chats = await speaking({ slack: 'en', teams: 'ko' });
    await chats.typesInTeams('mina', 'start web-01');
    const [inTeams, inSlack] = await Promise.all([
      chats.inTeams('방향: web-01 VM을 Azure에서 온-프레미스로 복귀시키시겠습니까?'),
      chats.inSlack('Direction: bring web-01 home from Azure to on-premises?'),
    ]);
    await chats.approvesInTeams('jun', inTeams, 'azure', '승인');
    const complete = await chats.inSlack('Complete failover:');
    const other = await chats.inTeams('장애 조치(failover) 완료: web-01 VM을');

    await chats.scene.slack.as(jun.user).presses(complete, 'Approve');
    const commit = await chats.inTeams('커밋: Azure에서 web-01 VM을 영구히 삭제하시겠습니까?');
    await chats.inSlack('Commit: delete web-01 in Azure for good?');
    const late = await chats.pressesInTeams('ada', other, '승인');

    expect(calls().received('plannedFailover')).toBe(1);
    expect(calls().received('resume')).toBe(1);
    expect(chats.nowInSlack(inSlack)).toContain('direction: approved by Jun Sample');
    expect(chats.nowInSlack(inSlack)).not.toContain('[Approve]');
    expect(chats.nowInTeams(inTeams)).toContain('승인함(Jun Sample)');
    expect(chats.nowInTeams(inTeams)).not.toContain('[승인]');
    expect(late).toContain('그 질문은 이미 닫혀서');
    expect(chats.nowInTeams(commit)).toContain('[승인]');
  });

  it('answer a person in the language of where they asked', async () => {
    chats = await speaking({ slack: 'en', teams: 'ko' });

    expect(await chats.typesInTeams('mina', 'start web-99')).toContain(
      '이름이 web-99인 보호된 VM이 없습니다',
    );
    expect(await chats.typesAloneInTeams('mina', 'whoami')).toContain('역할은 다음과 같습니다');
    expect(await chats.typesAloneInSlack(jun.user, 'whoami')).toContain('You are Jun Sample');
  });
});
