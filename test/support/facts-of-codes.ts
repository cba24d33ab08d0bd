import ts from 'typescript';

const FILE = 'bot/failback/words/codes.ts';

/** The names of the facts of each code, as the compiler knows them. */
export function factsOfCodes(): ReadonlyMap<string, readonly string[]> {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [FILE] }, ts.sys, '.');
  const program = ts.createProgram([FILE], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(FILE);
  const codes = source?.statements.find(
    (one) => ts.isInterfaceDeclaration(one) && one.name.text === 'Codes',
  );
  if (codes === undefined) throw new Error(`${FILE} has no Codes`);
  const properties = checker.getPropertiesOfType(checker.getTypeAtLocation(codes));
  return new Map(
    properties.map((code) => [
      code.name,
      checker
        .getPropertiesOfType(checker.getTypeOfSymbol(code))
        .map(({ name }) => name)
        .sort(),
    ]),
  );
}
