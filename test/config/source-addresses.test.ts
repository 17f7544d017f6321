import { describe, expect, test } from 'vitest';
import { problemsIn, withSource } from './configs.ts';

describe('a wrong address of a source is told with what is right there, and without its secret', () => {
  test.each([
    [
      'git: git@github.com:acme/docs.git',
      /such as https:\/\/github\.com\/acme\/docs\.git; for files .* use folder/u,
    ],
    ['git: https://ada@github.com/acme/docs.git', /put the token into the environment as GIT_TOKEN/u],
    ['git: https://ada:s3cret@github.com/acme/docs.git', /such as GIT_TOKEN; remove this/u],
    ['sitemap: docs.acme.com', /such as https:\/\/docs\.acme\.com\/sitemap\.xml/u],
    ['llms: docs.acme.com', /such as https:\/\/docs\.acme\.com\/llms-full\.txt/u],
  ])('the address in %s', (source, remedy) => {
    const problems = problemsIn(withSource(`{${source}}`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(remedy);
    expect(problems[0]).not.toContain('s3cret');
  });
});
