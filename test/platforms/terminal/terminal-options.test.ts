import { expect, test } from 'vitest';
import { terminalOptions } from '../../../src/platforms/terminal/terminal-options.ts';

const TTY = { isTTY: true, columns: 120 };
const NOTHING = { noColor: false };

test('a terminal has its width and colour', () => {
  expect(terminalOptions(TTY, { ...NOTHING, term: 'xterm-256color' })).toEqual({
    width: 120,
    color: true,
    hyperlinks: false,
  });
});

test('what is no terminal has 80 columns and no sequences', () => {
  const plain = { width: 80, color: false, hyperlinks: false };
  expect(terminalOptions({}, { ...NOTHING, term: 'xterm-kitty' })).toEqual(plain);
  expect(terminalOptions({ isTTY: true, columns: 0 }, { noColor: true })).toEqual(plain);
});

test.each([
  [TTY, { noColor: true }, false],
  [TTY, { noColor: true, forceColor: true }, false],
  [TTY, { noColor: false, term: 'dumb' }, false],
  [TTY, { noColor: false, term: undefined }, true],
  [{}, { noColor: false, forceColor: true }, true],
])('colour of %j with %j: %j', (stream, environment, expected) => {
  expect(terminalOptions(stream, environment).color).toBe(expected);
});

test.each([
  [{ term: 'xterm-kitty' }, true],
  [{ term: 'alacritty' }, true],
  [{ term: 'xterm-256color', termProgram: 'iTerm.app' }, true],
  [{ term: 'xterm-256color', termProgram: 'Apple_Terminal' }, false],
  [{ term: 'xterm-256color', vteVersion: '7600' }, true],
  [{ term: 'xterm-256color', vteVersion: '5000' }, false],
  [{ term: 'xterm-256color', vteVersion: 'new' }, false],
  [{ wtSession: 'a-b-c' }, true],
  [{ wtSession: '' }, false],
  [{ term: 'tmux-256color', termProgram: 'WezTerm' }, false],
  [{ term: 'screen', vteVersion: '7600' }, false],
])('links with %j: %j', (environment, expected) => {
  expect(terminalOptions(TTY, { ...NOTHING, ...environment }).hyperlinks).toBe(expected);
  expect(terminalOptions({}, { ...NOTHING, forceColor: true, ...environment }).hyperlinks).toBe(false);
});
