/** The questions that a person must answer. */
export type GateKind = 'direction' | 'complete' | 'commit' | 'reverse';
