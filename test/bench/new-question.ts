/** The same question, put so that nobody asked it before: the marks at its end say nothing to the search. */
export function newQuestion(question: string, number: number): string {
  const marks = number.toString(2).replaceAll('0', '?').replaceAll('1', '!');
  return `${question} ${marks}`;
}
