/** Takes text in pieces and hands over each line as soon as it is complete. What a process that is killed did not finish is no line. */
export function completeLines(take: (line: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}
