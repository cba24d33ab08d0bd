/** Korean, by the English sentence. Holes are the same; their order need not be. */
export const KOREAN: Readonly<Record<string, string>> = {
  'Something went wrong inside the bot, and it is not certain what was done. Look at /failback status before you try again.':
    '봇 내부에서 문제가 생겼고, 무엇이 실행되었는지 확실하지 않습니다. 다시 시도하기 전에 /failback status를 확인하십시오.',
  'Reference for the administrator: {reference}': '관리자에게 전달할 참조 번호: {reference}',
};
